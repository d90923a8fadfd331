package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Attributes;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.MappingBuilder;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Resolution;
import dev.parapet.read.cloudformation.sam.template.ResourceExpander;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code AWS::Serverless::WebSocketApi}: a WebSocket API with its routes and a stage
 * (https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html).
 */
public final class WebSocketApi implements ResourceExpander {
    /** Its type. */
    public static final String TYPE = "AWS::Serverless::WebSocketApi";

    /** Names behind a point that stand for what is made of it, by type. */
    public static final Map<String, String> REFERENCES = HttpApi.REFERENCES;

    private static final String MARK = "websocketapi:createdBy";
    private static final String DEFAULT = "default";

    private static final PropertyTable PROPERTIES = PropertyTable.of(TYPE)
            .optional("ApiKeySelectionExpression", Kind.TEXT)
            .optional("AccessLogSettings", Kind.MAP)
            .optional("Auth", Kind.MAP)
            .optional("DefaultRouteSettings", Kind.MAP)
            .optional("Description", Kind.TEXT)
            .optional("DisableExecuteApiEndpoint", Kind.BOOL)
            .optional("Domain", Kind.MAP)
            .optional("DisableSchemaValidation", Kind.BOOL)
            .optional("FailOnWarnings", Kind.BOOL)
            .optional("IpAddressType", Kind.TEXT)
            .optional("Name", Kind.TEXT)
            .optional("PropagateTags", Kind.BOOL)
            .required("Routes", Kind.MAP)
            .optional("RouteSettings", Kind.MAP)
            .required("RouteSelectionExpression", Kind.TEXT)
            .optional("StageName", Kind.oneOf(Kind.TEXT, Kind.MAP))
            .optional("StageVariables", Kind.MAP)
            .optional("Tags", Kind.MAP);

    @Override
    public List<Made> expand(Authored written, Transformation transformation) {
        Authored resource = withoutAttributes(written);
        PROPERTIES.check(resource, resource.properties());
        Resolution resolution = transformation.resolution();
        Value domain = resolution.parametersOrNull(resource.property("Domain"));
        Value.Mapping routes = resource.property("Routes") == null
                ? new Values(resource.head()).map()
                : resource.map(resolution.parametersOrNull(resource.property("Routes")), "Routes");
        check(resource, routes, domain);
        WebSocketAuth auth = WebSocketAuth.of(resource, resolution);
        if (auth.isSaid() && !routes.has("$connect")) {
            throw resource.invalid("Authorization is only available if there is a $connect route.", resource.head());
        }
        Values values = new Values(resource.head());
        Value.Mapping own = resource.property("Tags") instanceof Value.Mapping mapping ? mapping : values.map();
        Value.Mapping tags =
                MappingBuilder.of(own).put(MARK, values.text("SAM")).build();
        List<Made> all = new ArrayList<>();
        all.add(api(resource, values, tags));
        List<Made> ofDomain = V2Domain.of(resource, domain, MARK, new RecordSets());
        Made stage = stage(resource, values);
        List<Value> routeIds = new ArrayList<>();
        routes.entries().forEach((name, entry) -> {
            WebSocketRoute route = new WebSocketRoute(resource, name, entry);
            Made made = route.route(auth);
            all.add(made);
            all.add(route.integration());
            all.add(route.permission(stageName(resource, values)));
            routeIds.add(values.text(made.id()));
        });
        all.addAll(ofDomain);
        if (!Intrinsics.isEmpty(resource.property("RouteSettings"))) {
            stage.dependsOn(values.list(routeIds));
        }
        all.add(stage);
        all.addAll(auth.made());
        if (!Intrinsics.isEmpty(resource.property("PropagateTags"))
                && !own.entries().isEmpty()) {
            for (Made made : all) {
                if (made.type().equals("AWS::ApiGatewayV2::Stage")
                        || made.type().equals("AWS::ApiGatewayV2::DomainName")
                        || made.type().equals("AWS::ApiGatewayV2::Api")) {
                    made.set("Tags", tags);
                }
            }
        }
        return all;
    }

    /** SAM passes on no condition and no policy of a WebSocket API, not even to the API itself. */
    private static Authored withoutAttributes(Authored resource) {
        MappingBuilder all = MappingBuilder.of(resource.written());
        Attributes.KEPT.forEach(all::remove);
        return new Authored(resource.id(), resource.head(), all.build());
    }

    private static void check(Authored resource, Value.Mapping routes, @Nullable Value domain) {
        if (routes.entries().isEmpty()) {
            throw resource.invalid("WebSocket API must have at least one route.", routes.span());
        }
        Value address = resource.property("IpAddressType");
        boolean isKnown = address instanceof Value.Text text
                && (text.text().equals("ipv4") || text.text().equals("dualstack"));
        if (address != null && !Intrinsics.is(address) && !isKnown) {
            throw resource.invalid("IpAddressType must be 'ipv4' or 'dualstack'.", address.span());
        }
        Value tls = domain instanceof Value.Mapping mapping ? mapping.get("MutualTlsAuthentication") : null;
        if (tls != null && !Intrinsics.isEmpty(tls)) {
            throw resource.invalid(
                    "Mutual TLS domain name association is not supported for Websocket APIs.", tls.span());
        }
        if (resource.property("StageName") instanceof Value.Text stage
                && stage.text().equals("$default")) {
            throw resource.invalid("Stages cannot be named $default for WebSocket APIs.", stage.span());
        }
    }

    private static Made api(Authored resource, Values values, Value.Mapping tags) {
        Value name = resource.property("Name");
        return resource.become(resource.id(), "AWS::ApiGatewayV2::Api")
                .copy(
                        resource.properties(),
                        "ApiKeySelectionExpression",
                        "Description",
                        "DisableExecuteApiEndpoint",
                        "DisableSchemaValidation",
                        "IpAddressType")
                .set("Name", name == null ? values.text(resource.id()) : name)
                .set("ProtocolType", values.text("WEBSOCKET"))
                .copy(resource.properties(), "RouteSelectionExpression")
                .set("Tags", tags);
    }

    private static Value stageName(Authored resource, Values values) {
        Value name = resource.property("StageName");
        return name == null ? values.text(DEFAULT) : name;
    }

    private static Made stage(Authored resource, Values values) {
        Value name = stageName(resource, values);
        String text = name instanceof Value.Text written ? written.text() : "";
        String id = resource.id() + (text.equals(DEFAULT) ? "DefaultStage" : text + "Stage");
        return resource.make(id, "AWS::ApiGatewayV2::Stage")
                .set("ApiId", values.ref(resource.id()))
                .set("StageName", name)
                .copy(
                        resource.properties(),
                        "StageVariables",
                        "AccessLogSettings",
                        "DefaultRouteSettings",
                        "RouteSettings")
                .set("Tags", values.map(MARK, values.text("SAM")))
                .set("AutoDeploy", values.bool(true));
    }
}
