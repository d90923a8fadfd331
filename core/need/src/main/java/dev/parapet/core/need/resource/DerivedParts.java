package dev.parapet.core.need.resource;

import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of ARNs that are got from something else than themselves. */
final class DerivedParts {
    /** https://sqs.REGION.amazonaws.com/ACCOUNT/NAME, or an older form of it. */
    private static final Pattern QUEUE_URL = Pattern.compile(
            "https://(?:sqs\\.([a-z0-9-]+)|([a-z0-9-]+)\\.queue)\\.amazonaws\\.com[a-z.]*/([0-9]{12})/([^/]+)");

    private static final String MACHINE = ":stateMachine:";
    private static final String EXECUTION = ":execution:";

    private final @Nullable TemplateWords words;

    DerivedParts(@Nullable TemplateWords words) {
        this.words = words;
    }

    /** What is got from a value in one of the ways that {@link ResourcePattern} names. */
    Part of(String how, Part from) {
        return switch (how) {
            case ResourcePattern.ARN_OF_QUEUE_URL -> queue(from.known() ? from.value() : Part.ANY.value());
            case ResourcePattern.ARN_OF_EXECUTIONS -> executions(from);
            case ResourcePattern.ANY_VERSION -> versioned(from);
            default -> Part.ANY;
        };
    }

    /** Whether a value is a whole ARN, as far as can be told. */
    boolean isArn(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().startsWith("arn:");
            case Value.Composed composed ->
                !composed.parts().isEmpty() && isArn(composed.parts().getFirst());
            case Value.Reference reference ->
                reference.attribute().endsWith("Arn") || (words != null && words.isArn(reference));
            case Value.Unresolved unresolved ->
                unresolved.missing().regionMatches(true, unresolved.missing().length() - 3, "arn", 0, 3);
            case Value.Conditional either -> isArn(either.whenTrue()) || isArn(either.whenFalse());
            case Value.Null ignored -> false;
            case Value.Bool ignored -> false;
            case Value.Number ignored -> false;
            case Value.Sequence ignored -> false;
            case Value.Mapping ignored -> false;
            case Value.DynamicReference ignored -> false;
            case Value.Absent ignored -> false;
        };
    }

    /** {@code NAME:VERSION}, or all versions of what is named without one. */
    private Part versioned(Part from) {
        boolean named = isArn(from.value())
                || (from.value() instanceof Value.Text text && text.text().contains(":"))
                || !from.known();
        return named ? from : new Part(new Value.Composed(List.of(from.value(), Part.text(":*")), Part.NOWHERE), true);
    }

    /** The ARN of a queue by its URL; of an unknown one any queue. */
    private static Part queue(Value url) {
        if (url instanceof Value.Reference reference && reference.attribute().matches("Ref|QueueUrl")) {
            return new Part(new Value.Reference(reference.target(), "Arn", Part.NOWHERE), true);
        }
        Value name = Part.text("*");
        boolean known = false;
        if (url instanceof Value.Text text) {
            Matcher parts = QUEUE_URL.matcher(text.text());
            if (parts.matches()) {
                String region = parts.group(1) == null ? parts.group(2) : parts.group(1);
                String arn = ":sqs:" + region + ":" + parts.group(3) + ":" + parts.group(4);
                return new Part(Part.pseudo("arn:${AWS::Partition}" + arn), true);
            }
            if (!text.text().contains(":")
                    && !text.text().isEmpty()
                    && !text.text().equals("*")) {
                name = Part.text(text.text().substring(text.text().lastIndexOf('/') + 1));
                known = true;
            }
        } else if (url instanceof Value.Composed composed && !composed.parts().isEmpty()) {
            Value last = composed.parts().getLast();
            int slash = last instanceof Value.Text text ? text.text().lastIndexOf('/') : -1;
            boolean before = composed.parts().size() > 1
                    && composed.parts().get(composed.parts().size() - 2) instanceof Value.Text text
                    && text.text().endsWith("/");
            if (last instanceof Value.Text text && slash >= 0) {
                name = Part.text(text.text().substring(slash + 1));
                known = true;
            } else if (before) {
                name = last;
                known = true;
            }
        }
        Value front = Part.pseudo("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:");
        return new Part(new Value.Composed(List.of(front, name), Part.NOWHERE), known);
    }

    /**
     * The executions of a state machine by its ARN (<a
     * href="https://docs.aws.amazon.com/step-functions/latest/dg/auth-and-access-control-sfn.html">Resource types</a>).
     */
    private static Part executions(Part machine) {
        Value front = Part.pseudo("arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:");
        if (machine.value() instanceof Value.Reference reference
                && reference.attribute().matches("Ref|Arn")) {
            Value name = new Value.Reference(reference.target(), "Name", Part.NOWHERE);
            return new Part(new Value.Composed(List.of(front, name, Part.text(":*")), Part.NOWHERE), true);
        }
        List<Value> parts = new ArrayList<>(
                machine.value() instanceof Value.Composed composed ? composed.parts() : List.of(machine.value()));
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Value.Text text && text.text().contains(MACHINE)) {
                parts.set(i, Part.text(text.text().replace(MACHINE, EXECUTION)));
                parts.add(Part.text(":*"));
                return new Part(new Value.Composed(parts, Part.NOWHERE), machine.known());
            }
        }
        return new Part(new Value.Composed(List.of(front, Part.ANY.value()), Part.NOWHERE), false);
    }
}
