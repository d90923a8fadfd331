package dev.parapet.read.cloudformation.sam.graphql;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Tags;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code AWS::Serverless::GraphQLApi}: an API of AppSync and all that belongs to it. */
public final class GraphQlApi implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::GraphQLApi";

    @Override
    public List<Made> expand(Authored written, Transformation transformation) {
        Authored resource = known(written);
        GraphQlModel.PROPERTIES.check(resource, resource.properties());
        GraphQlModel.MODEL.checkFirst(resource);
        Parts parts = new Parts(resource, transformation);
        Made api = api(resource);
        List<Value> functions = Authorizers.apply(resource, api);
        List<Made> all = new ArrayList<>(List.of(api, schema(parts)));
        all.addAll(authorizerPermissions(parts, api, functions));
        all.addAll(logging(parts, api));
        all.addAll(apiKeys(parts));
        all.addAll(cache(parts));
        DataSources sources = new DataSources(parts);
        if (resource.property("DataSources") instanceof Value.Mapping declared) {
            all.addAll(sources.make(declared));
        }
        all.addAll(domain(parts));
        Pipelines pipelines = new Pipelines(parts, sources);
        all.addAll(pipelines.functions(resource.property("Functions")));
        all.addAll(pipelines.resolvers(resource.property("Resolvers"), resource.id() + "Schema"));
        all.addAll(sources.makeNone());
        return all;
    }

    /** The resource without properties that SAM does not know, which it passes over here. */
    private static Authored known(Authored written) {
        MappingBuilder properties = MappingBuilder.of(written.properties());
        for (String name : written.properties().entries().keySet()) {
            if (!GraphQlModel.MODEL.shapes().containsKey(name)) {
                properties.remove(name);
            }
        }
        return written.withProperties(properties.build());
    }

    private static Made api(Authored resource) {
        Value.Mapping properties = resource.properties();
        Made api = resource.become(resource.id(), "AWS::AppSync::GraphQLApi");
        Values values = api.values();
        Value name = Parts.given(properties, "Name");
        api.set("Name", name == null ? values.text(resource.id()) : name);
        for (String passed :
                List.of("Visibility", "OwnerContact", "IntrospectionConfig", "QueryDepthLimit", "ResolverCountLimit")) {
            api.set(passed, Parts.given(properties, passed));
        }
        switch (resource.property("XrayEnabled")) {
            case Value.Text text ->
                api.set(
                        "XrayEnabled",
                        Values.of(text)
                                .bool(Set.of("true", "yes", "on", "t", "y", "1")
                                        .contains(text.text().toLowerCase(Locale.ROOT))));
            case null, default -> api.copy(properties, "XrayEnabled");
        }
        MappingBuilder tags =
                resource.property("Tags") instanceof Value.Mapping own ? MappingBuilder.of(own) : values.builder();
        return api.set(
                "Tags",
                Tags.list(tags.put("graphqlapi:createdBy", values.text("SAM")).build()));
    }

    private static Made schema(Parts parts) {
        Authored resource = parts.api();
        Value inline = Parts.given(resource.properties(), "SchemaInline");
        Value uri = Parts.given(resource.properties(), "SchemaUri");
        if (inline == null && uri == null) {
            throw resource.invalid("One of 'SchemaInline' or 'SchemaUri' must be set.", resource.head());
        }
        if (inline != null && uri != null) {
            throw resource.invalid(
                    "Both 'SchemaInline' and 'SchemaUri' cannot be defined at the same time.", uri.span());
        }
        return parts.makeOfApi(resource.id() + "Schema", "AWS::AppSync::GraphQLSchema", resource.head())
                .copyAs("Definition", resource.properties(), "SchemaInline")
                .copyAs("DefinitionS3Location", resource.properties(), "SchemaUri");
    }

    private static List<Made> authorizerPermissions(Parts parts, Made api, List<Value> functions) {
        List<Made> all = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            Value function = functions.get(i);
            Values values = Values.of(function);
            all.addAll(parts.connect(
                    api.id() + "ToLambdaAuthConnector" + (i + 1),
                    function.span(),
                    values.map(
                            "Type",
                            values.text("AWS::AppSync::GraphQLApi"),
                            "Arn",
                            values.ref(api.id()),
                            "ResourceId",
                            parts.apiId()),
                    values.map("Type", values.text("AWS::Lambda::Function"), "Arn", function),
                    values.texts("Write")));
        }
        return all;
    }

    /** Logs everything, unless the author says otherwise; the role with which AppSync writes them is made where it is needed. */
    private static List<Made> logging(Parts parts, Made api) {
        Value written = parts.api().property("Logging");
        if (written instanceof Value.Bool bool && !bool.value()) {
            return List.of();
        }
        Values values = api.values();
        MappingBuilder config = values.builder();
        Value level = null;
        Value role = null;
        if (written instanceof Value.Mapping logging) {
            config.put("ExcludeVerboseContent", Parts.given(logging, "ExcludeVerboseContent"));
            level = Parts.given(logging, "FieldLogLevel");
            role = Parts.given(logging, "CloudWatchLogsRoleArn");
        }
        config.put("FieldLogLevel", level == null ? values.text("ALL") : level);
        List<Made> made = new ArrayList<>();
        if (role == null) {
            Span span = written == null ? parts.api().head() : written.span();
            Made writer = parts.role(parts.api().id() + "CloudWatchRole", span);
            writer.set(
                    "ManagedPolicyArns",
                    values.list(values.sub(
                            "arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppSyncPushToCloudWatchLogs")));
            role = writer.getAtt("Arn");
            made.add(writer);
        }
        api.set("LogConfig", config.put("CloudWatchLogsRoleArn", role).build());
        return made;
    }

    private static List<Made> apiKeys(Parts parts) {
        List<Made> all = new ArrayList<>();
        Intrinsics.entries(parts.api().property("ApiKeys")).forEach((name, entry) -> {
            if (entry.value() instanceof Value.Mapping key) {
                all.add(parts.makeOfApi(parts.api().id() + name, "AWS::AppSync::ApiKey", entry.keySpan())
                        .copy(key, "ApiKeyId", "Description")
                        .copyAs("Expires", key, "ExpiresOn"));
            }
        });
        return all;
    }

    private static List<Made> cache(Parts parts) {
        if (!(parts.api().property("Cache") instanceof Value.Mapping cache)) {
            return List.of();
        }
        return List.of(parts.makeOfApi(parts.api().id() + "ApiCache", "AWS::AppSync::ApiCache", cache.span())
                .copy(
                        cache,
                        "ApiCachingBehavior",
                        "Type",
                        "Ttl",
                        "AtRestEncryptionEnabled",
                        "TransitEncryptionEnabled"));
    }

    private static List<Made> domain(Parts parts) {
        if (!(parts.api().property("DomainName") instanceof Value.Mapping written)) {
            return List.of();
        }
        String id = parts.api().id() + "DomainName";
        Made domain = parts.make(id, "AWS::AppSync::DomainName", written.span())
                .copy(written, "CertificateArn", "DomainName", "Description");
        Made association = parts.makeOfApi(
                        id + "ApiAssociation", "AWS::AppSync::DomainNameApiAssociation", written.span())
                .set("DomainName", domain.ref());
        return List.of(domain, association);
    }
}
