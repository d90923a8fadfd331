package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.InvalidResource;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the data of an API comes from: tables, functions, or nowhere. */
final class DataSources {
    private static final String TABLE =
            "arn:${AWS::Partition}:dynamodb:${__Region__}:${AWS::AccountId}:table/${__TableName__}";

    private final Parts parts;
    private final Map<String, Value> names = new HashMap<>();
    private @Nullable Made none;

    DataSources(Parts parts) {
        this.parts = parts;
    }

    /** The data sources of the API, with their roles and what these may do. */
    List<Made> make(Value.Mapping written) {
        List<Made> all = new ArrayList<>();
        Intrinsics.entries(written.get("DynamoDb")).forEach((name, entry) -> table(name, entry, all));
        Intrinsics.entries(written.get("Lambda")).forEach((name, entry) -> function(name, entry, all));
        return all;
    }

    /** The data source that stands for none, once something refers to it. */
    List<Made> makeNone() {
        return none == null ? List.of() : List.of(none);
    }

    private Made source(String id, String name, String type, Value.Entry entry, Value.Mapping written) {
        Made source = parts.makeOfApi(id, "AWS::AppSync::DataSource", entry.keySpan());
        Value given = Parts.given(written, "Name");
        source.set("Name", given == null ? source.values().text(name) : given);
        source.set("Type", source.values().text(type));
        names.put(name, source.getAtt("Name"));
        return source.copy(written, "Description");
    }

    private void table(String name, Value.Entry entry, List<Made> all) {
        if (!(entry.value() instanceof Value.Mapping written)) {
            return;
        }
        String id = parts.api().id() + name + "DynamoDBDataSource";
        Made source = source(id, name, "AMAZON_DYNAMODB", entry, written);
        Values values = source.values();
        Value region = Parts.given(written, "Region");
        Value known = region == null ? values.ref("AWS::Region") : region;
        source.set(
                "DynamoDBConfig",
                values.builder()
                        .put("AwsRegion", known)
                        .put("TableName", written.get("TableName"))
                        .put("UseCallerCredentials", Parts.given(written, "UseCallerCredentials"))
                        .put("Versioned", Parts.given(written, "Versioned"))
                        .put("DeltaSyncConfig", Parts.given(written, "DeltaSync"))
                        .build());
        Value arn = Parts.given(written, "TableArn");
        if (arn == null) {
            arn = values.sub(TABLE, values.map("__TableName__", written.get("TableName"), "__Region__", known));
        }
        Value permissions = Parts.given(written, "Permissions");
        run(
                source,
                written,
                id + "ToTableConnector",
                values.map("Type", values.text("AWS::DynamoDB::Table"), "Arn", arn),
                permissions == null ? values.texts("Read", "Write") : permissions,
                all);
    }

    private void function(String name, Value.Entry entry, List<Made> all) {
        if (!(entry.value() instanceof Value.Mapping written)) {
            return;
        }
        String id = parts.api().id() + name + "LambdaDataSource";
        Made source = source(id, name, "AWS_LAMBDA", entry, written);
        Values values = source.values();
        Value arn = written.get("FunctionArn");
        source.set("LambdaConfig", values.map("LambdaFunctionArn", arn));
        run(
                source,
                written,
                id + "ToLambdaConnector",
                values.map("Type", values.text("AWS::Lambda::Function"), "Arn", arn),
                values.texts("Write"),
                all);
    }

    /** Gives a source the role that it has, or one that a connector lets do what it needs to. */
    private void run(
            Made source,
            Value.Mapping written,
            String connector,
            Value.Mapping destination,
            Value permissions,
            List<Made> all) {
        all.add(source);
        Value given = Parts.given(written, "ServiceRoleArn");
        if (given != null) {
            source.set("ServiceRoleArn", given);
            return;
        }
        Made role = parts.role(source.id() + "Role", source.span());
        source.set("ServiceRoleArn", role.getAtt("Arn"));
        all.add(role);
        Values values = source.values();
        Value.Mapping from = values.map(
                "Type",
                values.text("AWS::AppSync::DataSource"),
                "Arn",
                source.getAtt("DataSourceArn"),
                "RoleName",
                role.ref());
        all.addAll(parts.connect(connector, source.span(), from, destination, permissions));
    }

    /**
     * The name of the data source that a function of the API refers to.
     *
     * @throws InvalidResource when there is none
     */
    Value name(String function, @Nullable Value written, Span place) {
        if (written == null || Intrinsics.isEmpty(written)) {
            throw parts.invalid(function, "'DataSource' must be set.", place);
        }
        if (!(written instanceof Value.Text text)) {
            return written;
        }
        if (text.text().toLowerCase(Locale.ROOT).equals("none")) {
            Made known = none;
            if (known == null) {
                String id = parts.api().id() + "NoneDataSource";
                known = parts.makeOfApi(id, "AWS::AppSync::DataSource", written.span());
                known.set("Name", known.values().text(id))
                        .set("Type", known.values().text("NONE"));
                none = known;
            }
            return Values.of(written).getAtt(known.id(), "Name");
        }
        Value name = names.get(text.text());
        if (name == null) {
            throw parts.invalid(
                    function,
                    "Either define DataSource '" + text.text()
                            + "' in 'DataSources' or use intrinsic function like GetAtt, ImportValue, Sub or another one to"
                            + " reference a DataSource defined outside of this GraphQLApi resource.",
                    written.span());
        }
        return name;
    }
}
