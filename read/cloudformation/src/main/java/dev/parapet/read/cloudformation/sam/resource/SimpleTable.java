package dev.parapet.read.cloudformation.sam.resource;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.LogicalIds;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.List;
import java.util.Map;

/**
 * {@code AWS::Serverless::SimpleTable}: a DynamoDB table with one key
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-simpletable.html).
 */
public final class SimpleTable implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::SimpleTable";

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .any("PointInTimeRecoverySpecification")
            .optional("PrimaryKey", Kind.mapOf(Kind.TEXT))
            .optional("ProvisionedThroughput", Kind.mapOf(Kind.oneOf(Kind.INTEGER, Kind.MAP)))
            .optional("TableName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("Tags", Kind.MAP)
            .optional("SSESpecification", Kind.MAP);

    private static final Map<String, String> KEY_TYPES = Map.of("String", "S", "Number", "N", "Binary", "B");

    @Override
    public List<Made> expand(Authored resource, Transformation transformation) {
        Value.Mapping properties = resource.properties();
        PROPERTIES.check(resource, properties);
        Made table = resource.become(resource.id(), "AWS::DynamoDB::Table");
        Values values = new Values(resource.head());
        Value name = values.text("id");
        Value type = values.text("S");
        if (resource.property("PrimaryKey") instanceof Value.Mapping key
                && !key.entries().isEmpty()) {
            name = resource.present(key.get("Name"), "PrimaryKey.Name");
            type = keyType(resource, resource.present(key.get("Type"), "PrimaryKey.Type"));
        }
        table.set("AttributeDefinitions", values.list(values.map("AttributeName", name, "AttributeType", type)));
        table.set("KeySchema", values.list(values.map("AttributeName", name, "KeyType", values.text("HASH"))));
        if (Intrinsics.isEmpty(resource.property("ProvisionedThroughput"))) {
            table.set("BillingMode", values.text("PAY_PER_REQUEST"));
        }
        for (String copied :
                List.of("PointInTimeRecoverySpecification", "ProvisionedThroughput", "SSESpecification", "TableName")) {
            if (!Intrinsics.isEmpty(resource.property(copied))) {
                table.copy(properties, copied);
            }
        }
        if (resource.property("Tags") instanceof Value.Mapping tags
                && !tags.entries().isEmpty()) {
            table.set("Tags", Tags.list(tags));
        }
        return List.of(table);
    }

    /** @throws InvalidResource when DynamoDB has no such type of key */
    private static Value keyType(Authored resource, Value type) {
        String written = type instanceof Value.Text text ? text.text() : LogicalIds.json(type);
        String key = KEY_TYPES.get(written);
        if (key == null) {
            throw resource.invalid("Invalid 'Type' \"" + written + "\".", type.span());
        }
        return Values.of(type).text(key);
    }
}
