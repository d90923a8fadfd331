package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowValue;
import java.util.List;

/**
 * The resources that an action is needed on: an ARN made of texts and of values of the code.
 *
 * <p>Texts stand as they do in a policy, {@code *} and {@code ?} being wildcards, and name the function's own partition, region and
 * account as templates do: <code>arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/</code>, then the value of
 * {@code TableName}. A value can turn out to be a whole ARN where the API takes that too ({@code FunctionName}); then it stands for all
 * in front of it. What is got from a value, such as a queue's ARN from its URL, is a {@link FlowValue.Derived} of it that says how:
 * {@link #ARN_OF_QUEUE_URL} and the like.
 *
 * @param type the type of resource as the Service Authorization Reference names it ({@code table}), after its service's prefix
 *     ({@code dynamodb:table}); empty for {@code *}, all resources
 * @param parts the ARN from left to right; neighbouring texts are one
 * @param exact whether it is known, when the function is deployed, which resources it names: each part that names one is a text, an
 *     environment variable, or a part of the event that a template may know. The key of an object is no such part: {@code bucket/*} is exact
 */
public record ResourcePattern(String type, List<FlowValue> parts, boolean exact) {
    /** How a queue's ARN is got from its URL: {@code https://sqs.REGION.amazonaws.com/ACCOUNT/NAME}. */
    public static final String ARN_OF_QUEUE_URL = "arn of queue url";

    /** How the ARNs of a state machine's executions are got from its own. */
    public static final String ARN_OF_EXECUTIONS = "arn of executions";

    /** How the version is got of what is named with or without one. */
    public static final String ANY_VERSION = "any version";

    /** Stands around the region that the client of a call is made for; the function's own where a template has the resource. */
    public static final String REGION_OF_CLIENT = "region of client";

    /** All resources: that of an action which takes no other. */
    public static final ResourcePattern ALL = new ResourcePattern("", List.of(new FlowValue.Text("*")), true);

    public ResourcePattern {
        parts = List.copyOf(parts);
    }

    /** Whether the region is not the function's own, as far as the code tells. */
    public boolean isOfClientsRegion() {
        return parts.stream()
                .anyMatch(part -> part instanceof FlowValue.Derived derived
                        && derived.how().equals(REGION_OF_CLIENT));
    }

    /** The pattern in one line: <code>arn:…:table/{env TABLE}/index/*</code>. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (FlowValue part : parts) {
            text.append(part instanceof FlowValue.Text known ? known.value() : "{" + part.text() + "}");
        }
        return text.toString();
    }
}
