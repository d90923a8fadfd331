package dev.parapet.read.cloudformation.sam.connector;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Output;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connector.
 *
 * @param id the logical id of a resource of the template; null when the end is described
 * @param type its type after the transform
 * @param properties how to refer to it, by name: {@code Arn}, {@code Name}, {@code QueueUrl} and so on
 * @param role the name of its role; null when it has none that is known
 */
record End(
        @Nullable String id,
        String type,
        Value.Mapping properties,
        @Nullable Value role) {
    private static final Map<String, String> DEPLOYED = Map.of(
            "AWS::Serverless::Function", "AWS::Lambda::Function",
            "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine",
            "AWS::Serverless::Api", "AWS::ApiGateway::RestApi",
            "AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api",
            "AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table");

    /**
     * Reads an end.
     *
     * @param other the other end, as it is written
     * @throws InvalidResource when it describes nothing that can be connected
     */
    static End of(Authored connector, Value.Mapping written, Value.Mapping other, Output output) {
        boolean byId = written.has("Id");
        boolean described =
                written.entries().keySet().stream().anyMatch(name -> !name.equals("Id") && !name.equals("Qualifier"));
        if (byId == described) {
            throw connector.invalid(
                    "Must provide 'Id' (with optional 'Qualifier') or a supported combination of other properties.",
                    written.span());
        }
        Value id = written.get("Id");
        if (Intrinsics.isEmpty(id)) {
            String type = type(connector, written.get("Type"), written);
            return new End(null, DEPLOYED.getOrDefault(type, type), described(written), given(written, "RoleName"));
        }
        if (!(id instanceof Value.Text name)) {
            throw connector.invalid("'Id' is missing or not a string.", written.span());
        }
        Value.Mapping resource = output.resource(name.text());
        if (resource == null || resource.entries().isEmpty()) {
            throw connector.invalid("Unable to find resource with logical ID '" + name.text() + "'.", name.span());
        }
        String type = type(connector, resource.get("Type"), written);
        Values values = Values.of(id);
        Value.Mapping outputs = ConnectorProfiles.outputs(type);
        Value properties = outputs == null
                ? values.map()
                : new Replacement(Map.of("logicalId", Optional.of(values.text(name.text()))), id.span()).in(outputs);
        Value.Mapping known = properties instanceof Value.Mapping mapping ? mapping : values.map();
        return new End(name.text(), type, qualified(known, written), role(type, resource, other));
    }

    private static String type(Authored connector, @Nullable Value type, Value.Mapping written) {
        if (type instanceof Value.Text text && !text.text().isEmpty()) {
            return text.text();
        }
        throw connector.invalid("'Type' is missing or not a string.", written.span());
    }

    private static Value.Mapping described(Value.Mapping written) {
        Values values = Values.of(written);
        return values.builder()
                .put("Arn", given(written, "Arn"))
                .put("Url", given(written, "QueueUrl"))
                .put("Id", given(written, "ResourceId"))
                .put("Name", given(written, "Name"))
                .put("Qualifier", given(written, "Qualifier"))
                .build();
    }

    private static Value.Mapping qualified(Value.Mapping known, Value.Mapping written) {
        if (!written.has("Qualifier")) {
            return known;
        }
        return Values.of(written)
                .builder()
                .putAll(known)
                .remove("Qualifier")
                .put("Qualifier", given(written, "Qualifier"))
                .build();
    }

    private static @Nullable Value given(Value.Mapping written, String name) {
        Value value = written.get(name);
        return value instanceof Value.Null ? null : value;
    }

    private static @Nullable Value role(String type, Value.Mapping resource, Value.Mapping other) {
        Value place = ConnectorProfiles.role(type);
        Value.Mapping properties = resource.get("Properties") instanceof Value.Mapping mapping
                ? mapping
                : Values.of(resource).map();
        Value role = switch (place) {
            case Value.Text name -> properties.get(name.text());
            case Value.Mapping ignored -> ruleRole(properties, other);
            case null, default -> null;
        };
        String id = Intrinsics.logicalId(role);
        return role == null || id == null ? null : Values.of(other).ref(id);
    }

    /** The role of the target of a rule that is the other end. */
    private static @Nullable Value ruleRole(Value.Mapping rule, Value.Mapping other) {
        if (!(rule.get("Targets") instanceof Value.Sequence targets)) {
            return null;
        }
        String otherId = other.get("Id") instanceof Value.Text text ? text.text() : null;
        Value otherArn = other.get("Arn");
        for (Value target : targets.items()) {
            if (target instanceof Value.Mapping mapping && mapping.get("Arn") instanceof Value arn) {
                String id = Intrinsics.logicalId(arn);
                boolean same = id != null && id.equals(otherId)
                        || otherArn != null
                                && !Intrinsics.isEmpty(otherArn)
                                && LogicalIds.json(arn).equals(LogicalIds.json(otherArn));
                if (same) {
                    return mapping.get("RoleArn");
                }
            }
        }
        return null;
    }

    /** How to refer to it; null when that is not known. */
    @Nullable
    Value property(String name) {
        return properties.get(name);
    }
}
