package dev.parapet.core.iam.account;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
public final class TemplateNames {
    private static final int MAX_DEPTH = 200;

    /** Types whose {@code Ref} is the ARN. */
    private static final Set<String> REF_IS_ARN = Set.of(
            "AWS::ECS::TaskDefinition",
            "AWS::IAM::ManagedPolicy",
            "AWS::Lambda::Alias",
            "AWS::Lambda::LayerVersion",
            "AWS::Lambda::Version",
            "AWS::SNS::Topic",
            "AWS::SecretsManager::Secret",
            "AWS::StepFunctions::StateMachine");

    /** Types whose {@code Ref} is an ARN that their name does not tell. */
    private static final Set<String> REF_IS_OTHER_ARN = Set.of(
            "AWS::AppSync::GraphQLApi",
            "AWS::Batch::ComputeEnvironment",
            "AWS::Batch::JobDefinition",
            "AWS::Batch::JobQueue",
            "AWS::CertificateManager::Certificate",
            "AWS::ECS::Service",
            "AWS::ElasticLoadBalancingV2::Listener",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "AWS::MSK::Cluster",
            "AWS::MSK::ServerlessCluster");

    private static final Set<String> ARN_ATTRIBUTES =
            Set.of("AliasArn", "Arn", "DomainArn", "FunctionArn", "Id", "LayerVersionArn", "PolicyArn", "TopicArn");

    private static final Set<String> NAME_ATTRIBUTES = Set.of("KeyId", "Name", "QueueName", "RoleName", "TopicName");

    private final Map<ResourceId, Resource> resources = new HashMap<>();
    private final Map<String, String> given = new HashMap<>();
    private final boolean ofAnyFile;
    /** The logical ids that two stacks have. */
    private final Set<String> ambiguous = new HashSet<>();

    /** The names of the resources of some stacks: of one resource the same, whatever other stacks there are. */
    public TemplateNames(List<Stack> stacks) {
        this(stacks, false);
    }

    /** Names that are the same for two versions of a template in different files, as far as logical ids tell resources apart. */
    public static TemplateNames ofAnyFile(List<Stack> stacks) {
        return new TemplateNames(stacks, true);
    }

    private TemplateNames(List<Stack> stacks, boolean ofAnyFile) {
        this.ofAnyFile = ofAnyFile;
        Set<String> names = new HashSet<>();
        for (Stack stack : stacks) {
            for (Resource resource : stack.resources()) {
                resources.put(resource.id(), resource);
                if (!names.add(resource.id().name())) {
                    ambiguous.add(resource.id().name());
                }
            }
            stack.parameters().forEach((name, value) -> {
                if (name.startsWith("AWS::") && value instanceof Value.Text text) {
                    given.putIfAbsent(name, text.text());
                }
            });
        }
    }

    /** The number of the account; {@link Account#UNKNOWN} where nobody gave it. */
    public String account() {
        return given.getOrDefault("AWS::AccountId", Account.UNKNOWN);
    }

    private String partition() {
        return given.getOrDefault("AWS::Partition", "aws");
    }

    private String region() {
        return given.getOrDefault("AWS::Region", "*");
    }

    /** A resource by its id, or null. */
    public @Nullable Resource resource(ResourceId id) {
        return resources.get(id);
    }

    /** The name of a resource: its author's, else the one that the provider makes of the stack's and its own. */
    String name(Resource resource) {
        ResourceTypes.Entry type = ResourceTypes.of(resource.type());
        // An API's name is not what Ref gives, and two may have the same.
        Value written =
                type == null || type.nameProperty().isEmpty() || type.service().equals("apigateway")
                        ? null
                        : resource.properties().get(type.nameProperty());
        String shape = written == null ? null : shape(written);
        if (shape != null && !shape.isBlank()) {
            return shape;
        }
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
        String name = resource.id().name();
        return given.getOrDefault("AWS::StackName", mark("AWS::StackName")) + "-"
                + (resource.type().equals("AWS::S3::Bucket") ? name.toLowerCase(Locale.ROOT) : name) + "-"
                + mark("suffix", resource);
    }

    /** The ARN of a resource, in any region where nobody gave one; null for a type of which it is not known. */
    public @Nullable String arn(Resource resource) {
        return switch (resource.type()) {
            // https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html, configuration-versions.html
            case "AWS::Lambda::Alias" -> function(resource) + ":" + text(resource, "Name");
            case "AWS::Lambda::Version" -> function(resource) + ":" + mark("version", resource);
            case "AWS::Lambda::LayerVersion" -> plainArn(resource) + ":" + mark("version", resource);
            // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#family
            case "AWS::ECS::TaskDefinition" -> plainArn(resource) + ":" + mark("revision", resource);
            // The provider adds six characters,
            // https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
            case "AWS::SecretsManager::Secret" -> plainArn(resource) + "-" + mark("suffix", resource);
            // Those who call an API meet it under another service than those who manage it,
            // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
            case "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api" -> arn("execute-api", name(resource));
            default -> plainArn(resource);
        };
    }

    private @Nullable String plainArn(Resource resource) {
        ResourceTypes.Entry type = ResourceTypes.of(resource.type());
        if (type == null || type.service().isEmpty()) {
            return null;
        }
        String prefix = type.prefix();
        if (type.service().equals("iam")
                && resource.properties().get("Path") instanceof Value.Text path
                && path.text().length() > 1) {
            prefix = prefix + path.text().substring(1);
        }
        String name = name(resource);
        return arn(
                type.service(),
                prefix.endsWith("/") && name.startsWith("/") ? prefix + name.substring(1) : prefix + name);
    }

    /** An ARN of the account. */
    String arn(String service, String resource) {
        String account = service.equals("s3") ? "" : account();
        String region = service.equals("iam") || service.equals("s3") ? "" : region();
        return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** The ARN of the function that a resource names in {@code FunctionName}, by its name, its ARN or a part of that. */
    String function(Resource resource) {
        String named = text(resource, "FunctionName");
        int partial = named.indexOf("function:");
        if (named.startsWith("arn:")) {
            return named;
        }
        return arn("lambda", partial < 0 ? "function:" + named : named.substring(partial));
    }

    private String text(Resource resource, String property) {
        Value written = resource.properties().get(property);
        String shape = written == null ? null : shape(written);
        return shape == null ? mark(property, resource) : shape;
    }

    /** A text with marks for what is not known of it; null for what is no text. */
    private @Nullable String shape(Value written) {
        Value resolved = resolved(written);
        if (resolved instanceof Value.Text text) {
            return text.text();
        }
        String shape = TextShape.of(resolved);
        return shape == null ? null : marked(shape);
    }

    /** A value in which all that has a name or a mark is text. */
    public Value resolved(Value value) {
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
        return target == null ? null : attribute(target, reference.attribute());
    }

    /** Whether a reference gives an ARN, be it one that the template does not tell. */
    public boolean isArn(Value.Reference reference) {
        Resource target = resources.get(reference.target());
        String text = text(reference);
        return (text != null && text.startsWith("arn:"))
                || (target != null && reference.attribute().equals("Ref") && REF_IS_OTHER_ARN.contains(target.type()));
    }

    /** What {@code Fn::GetAtt} gives of a resource, or {@code Ref}; null when nothing is known of it. */
    @Nullable
    String attribute(Resource target, String attribute) {
        return switch (attribute) {
            case "Ref" ->
                REF_IS_ARN.contains(target.type())
                        ? arn(target)
                        : REF_IS_OTHER_ARN.contains(target.type()) ? null : name(target);
            // all of the group's streams
            case "Arn" ->
                switch (target.type()) {
                    case "AWS::Logs::LogGroup" -> arn(target) + ":*";
                    case "AWS::AmazonMQ::Broker" -> arn(target) + ":" + mark("id", target);
                    default -> arn(target);
                };
            case "StreamArn" -> arn(target) + "/stream/" + mark("stream", target);
            default ->
                ARN_ATTRIBUTES.contains(attribute)
                        ? arn(target)
                        : NAME_ATTRIBUTES.contains(attribute) ? name(target) : null;
        };
    }

    /** What stands for a pseudo parameter that nobody gave; null for any other unknown. */
    private @Nullable String pseudo(String missing) {
        int at = missing.indexOf("AWS::");
        return at < 0
                ? null
                : switch (missing.substring(at)) {
                    case "AWS::AccountId" -> account();
                    case "AWS::Partition" -> partition();
                    case "AWS::Region" -> region();
                    case "AWS::StackName" -> mark("AWS::StackName");
                    case "AWS::URLSuffix" -> "amazonaws.com";
                    default -> null;
                };
    }

    /** A mark for what only the deployment tells of a resource. */
    private String mark(String what, Resource resource) {
        ResourceId id = resource.id();
        return mark(what + " of " + (ofAnyFile && !ambiguous.contains(id.name()) ? "#" + id.name() : id));
    }

    private static String marked(String shape) {
        return shape.replace(':', '.');
    }

    private static String mark(String name) {
        return marked(TextShape.unknown(name));
    }
}
