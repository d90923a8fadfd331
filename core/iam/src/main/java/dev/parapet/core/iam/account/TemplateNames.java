package dev.parapet.core.iam.account;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and ARNs of the resources of templates, as far as they matter to policies: what only the deployment tells stands as a mark
 * that equals itself and nothing else, so that {@code !GetAtt Orders.Arn} in a policy covers the table Orders; see
 * docs/adr/0010-iam-account.md.
 */
final class TemplateNames {
    private static final int MAX_DEPTH = 200;

    /** Types whose {@code Ref} is the ARN. */
    private static final Set<String> REF_IS_ARN = Set.of(
            "AWS::IAM::ManagedPolicy",
            "AWS::SNS::Topic",
            "AWS::SecretsManager::Secret",
            "AWS::StepFunctions::StateMachine");

    private static final Set<String> ARN_ATTRIBUTES = Set.of("Arn", "TopicArn", "Id");

    private final Map<ResourceId, Resource> resources = new HashMap<>();

    TemplateNames(List<Stack> stacks) {
        for (Stack stack : stacks) {
            stack.resources().forEach(resource -> resources.put(resource.id(), resource));
        }
    }

    /** A resource by its id, or null. */
    @Nullable
    Resource resource(ResourceId id) {
        return resources.get(id);
    }

    /** The name of a resource: its author's, else the one that the provider makes of the stack's and its own. */
    String name(Resource resource) {
        ResourceTypes.Entry type = ResourceTypes.of(resource.type());
        Value written = type == null || type.nameProperty().isEmpty()
                ? null
                : resource.properties().get(type.nameProperty());
        String shape = written == null ? null : TextShape.of(resolved(written));
        if (shape != null && !shape.isBlank()) {
            return marked(shape);
        }
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
        String name = resource.id().name();
        return mark("AWS::StackName") + "-"
                + (resource.type().equals("AWS::S3::Bucket") ? name.toLowerCase(Locale.ROOT) : name) + "-"
                + mark("suffix of " + resource.id());
    }

    /** The ARN of a resource in any region; null for a type of which it is not known. */
    @Nullable
    String arn(Resource resource) {
        ResourceTypes.Entry type = ResourceTypes.of(resource.type());
        if (type == null || type.service().isEmpty()) {
            return null;
        }
        String account = type.service().equals("s3") ? "" : Account.UNKNOWN;
        String region = switch (type.service()) {
            case "iam", "s3" -> "";
            default -> "*";
        };
        String prefix = type.prefix();
        if (type.service().equals("iam")
                && resource.properties().get("Path") instanceof Value.Text path
                && path.text().length() > 1) {
            prefix = prefix + path.text().substring(1);
        }
        return "arn:aws:" + type.service() + ":" + region + ":" + account + ":" + prefix + name(resource);
    }

    /** A value in which all that has a name or a mark is text. */
    Value resolved(Value value) {
        return resolved(value, 0);
    }

    private Value resolved(Value value, int depth) {
        if (depth > MAX_DEPTH) {
            return value;
        }
        return switch (value) {
            case Value.Reference reference -> {
                String text = text(reference);
                yield text == null ? value : new Value.Text(text, value.span());
            }
            case Value.Unresolved unresolved -> {
                String text = pseudo(unresolved.missing());
                yield text == null ? value : new Value.Text(text, value.span());
            }
            case Value.Composed composed -> composed(composed, depth);
            case Value.Sequence sequence ->
                new Value.Sequence(
                        sequence.items().stream()
                                .map(item -> resolved(item, depth + 1))
                                .toList(),
                        sequence.span());
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((key, entry) ->
                                entries.put(key, new Value.Entry(entry.keySpan(), resolved(entry.value(), depth + 1))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Conditional either ->
                new Value.Conditional(
                        either.condition(),
                        resolved(either.whenTrue(), depth + 1),
                        resolved(either.whenFalse(), depth + 1),
                        either.span());
            case Value.Text ignored -> value;
            case Value.Number ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Null ignored -> value;
            case Value.Absent ignored -> value;
            case Value.DynamicReference ignored -> value;
        };
    }

    private Value composed(Value.Composed composed, int depth) {
        List<Value> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Value part : composed.parts()) {
            Value made = resolved(part, depth + 1);
            if (made instanceof Value.Text known) {
                text.append(known.text());
            } else {
                if (!text.isEmpty()) {
                    parts.add(new Value.Text(text.toString(), composed.span()));
                    text.setLength(0);
                }
                parts.add(made);
            }
        }
        if (parts.isEmpty()) {
            return new Value.Text(text.toString(), composed.span());
        }
        if (!text.isEmpty()) {
            parts.add(new Value.Text(text.toString(), composed.span()));
        }
        return new Value.Composed(parts, composed.span());
    }

    private @Nullable String text(Value.Reference reference) {
        Resource target = resources.get(reference.target());
        if (target == null) {
            return null;
        }
        boolean arn = reference.attribute().equals("Ref")
                ? REF_IS_ARN.contains(target.type())
                : ARN_ATTRIBUTES.contains(reference.attribute());
        if (arn) {
            return arn(target);
        }
        return reference.attribute().equals("Ref") ? name(target) : null;
    }

    /** What stands for a pseudo parameter; null for any other unknown. */
    private static @Nullable String pseudo(String missing) {
        int at = missing.indexOf("AWS::");
        return at < 0
                ? null
                : switch (missing.substring(at)) {
                    case "AWS::AccountId" -> Account.UNKNOWN;
                    case "AWS::Partition" -> "aws";
                    case "AWS::Region" -> "*";
                    case "AWS::StackName" -> mark("AWS::StackName");
                    case "AWS::URLSuffix" -> "amazonaws.com";
                    default -> null;
                };
    }

    private static String marked(String shape) {
        return shape.replace(':', '.');
    }

    private static String mark(String name) {
        return marked(TextShape.unknown(name));
    }
}
