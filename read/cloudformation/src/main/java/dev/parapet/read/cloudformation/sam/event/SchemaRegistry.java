package dev.parapet.read.cloudformation.sam.event;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.policy.PolicyDocuments;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry of the schemas that records of Kafka follow, and what a role needs to read them. */
final class SchemaRegistry {
    private static final int ARN_PARTS = 6;

    private SchemaRegistry() {}

    static List<Value> statements(FunctionEvent event, Transformation transformation) {
        List<Value> statements = new ArrayList<>();
        Value written = event.property("SchemaRegistryConfig");
        if (written == null || Intrinsics.isEmpty(written)) {
            return statements;
        }
        Value.Mapping config = event.map(written, "SchemaRegistryConfig");
        check(event, config);
        Values values = event.values();
        if (config.get("AccessConfigs") instanceof Value.Sequence all) {
            for (Value item : all.items()) {
                if (item instanceof Value.Mapping one && one.get("URI") instanceof Value uri) {
                    statements.add(BrokerNeeds.secret(values, uri));
                }
            }
        }
        Value uri = config.get("SchemaRegistryURI");
        String name = uri == null ? null : name(uri, transformation);
        if (uri != null && name != null) {
            statements.add(PolicyDocuments.allow(values, List.of("glue:GetRegistry"), uri));
            statements.add(PolicyDocuments.allow(
                    values,
                    List.of("glue:GetSchemaVersion"),
                    values.list(values.sub(
                            "arn:${AWS::Partition}:glue:${AWS::Region}:${AWS::AccountId}:schema/" + name + "/*"))));
        }
        return statements;
    }

    /**
     * The configuration as it is deployed. SAM looks for parameters in the address, and what it finds within the arguments of
     * a function stays replaced.
     */
    static Value written(Value registry, Transformation transformation) {
        if (registry instanceof Value.Mapping config
                && config.get("SchemaRegistryURI") instanceof Value.Mapping uri
                && uri.entries().size() == 1
                && uri.get("Fn::Sub") == null) {
            Value.Entry only = uri.entries().values().iterator().next();
            if (only.value() instanceof Value.Sequence arguments) {
                Value known = transformation.resolution().parameters(arguments);
                String function = uri.entries().keySet().iterator().next();
                return MappingBuilder.of(config)
                        .put("SchemaRegistryURI", Values.of(uri).map(function, known))
                        .build();
            }
        }
        return registry;
    }

    private static void check(FunctionEvent event, Value.Mapping config) {
        for (String name : List.of("SchemaRegistryURI", "EventRecordFormat", "SchemaValidationConfigs")) {
            if (!config.has(name)) {
                throw event.invalid("Missing required field " + name + " in SchemaRegistryConfig", config.span());
            }
        }
        if (!(config.get("EventRecordFormat") instanceof Value.Text format
                && (format.text().equals("JSON") || format.text().equals("SOURCE")))) {
            throw event.invalid(
                    "EventRecordFormat in SchemaRegistryConfig must be either 'JSON' or 'SOURCE'", config.span());
        }
        if (!(config.get("SchemaValidationConfigs") instanceof Value.Sequence)) {
            throw event.invalid("SchemaValidationConfigs must be a list", config.span());
        }
        Value access = config.get("AccessConfigs");
        if (access == null || Intrinsics.isEmpty(access)) {
            return;
        }
        if (!(access instanceof Value.Sequence all)) {
            throw event.invalid("AccessConfigs in SchemaRegistryConfig must be a list", access.span());
        }
        for (Value item : all.items()) {
            if (!(item instanceof Value.Mapping one) || !one.has("Type") || !one.has("URI")) {
                throw event.invalid("Each AccessConfig must be a dict with 'Type' and 'URI' fields", item.span());
            }
        }
    }

    /** The name of a registry of Glue, as far as its ARN tells; null for another registry. */
    private static @Nullable String name(Value uri, Transformation transformation) {
        Value arn = uri instanceof Value.Text
                ? uri
                : Intrinsics.argument(transformation.resolution().parameters(uri), "Fn::Sub");
        if (!(arn instanceof Value.Text text) || !text.text().startsWith("arn")) {
            return null;
        }
        List<String> parts = List.of(text.text().split(":", -1));
        return parts.size() >= ARN_PARTS && parts.get(ARN_PARTS - 1).startsWith("registry/")
                ? parts.get(ARN_PARTS - 1).substring("registry/".length())
                : null;
    }
}
