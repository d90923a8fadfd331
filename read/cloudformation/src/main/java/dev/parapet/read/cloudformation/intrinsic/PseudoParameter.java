package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;

/**
 * The parameters that CloudFormation itself gives (AWS CloudFormation User Guide, "Pseudo parameters reference"). The
 * partition is the public one unless somebody says otherwise: it stands in most ARNs and decides nothing about them.
 */
final class PseudoParameter {
    private PseudoParameter() {}

    static Value value(String name, Span span) {
        return switch (name) {
            case "AWS::NoValue" -> new Value.Absent(span);
            case "AWS::Partition" -> new Value.Text("aws", span, usual(name, "aws", span));
            case "AWS::URLSuffix" -> new Value.Text("amazonaws.com", span, usual(name, "amazonaws.com", span));
            case "AWS::Region", "AWS::AccountId", "AWS::StackName", "AWS::StackId", "AWS::NotificationARNs" ->
                new Value.Unresolved(name, name + " is known once the stack is deployed", span);
            default -> new Value.Unresolved(name, name + " is no pseudo parameter", span);
        };
    }

    private static Provenance usual(String name, String value, Span span) {
        return new Provenance(name + " is \"" + value + "\" by default", span);
    }
}
