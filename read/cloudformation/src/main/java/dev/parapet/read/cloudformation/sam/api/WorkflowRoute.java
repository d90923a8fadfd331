package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.definition.Definition;
import dev.parapet.read.cloudformation.sam.definition.Integrations;
import dev.parapet.read.cloudformation.sam.definition.Leaf;
import dev.parapet.read.cloudformation.sam.definition.Maker;
import dev.parapet.read.cloudformation.sam.definition.RestEditor;
import dev.parapet.read.cloudformation.sam.definition.Table;
import dev.parapet.read.cloudformation.sam.event.Event;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Intrinsics;
import dev.parapet.read.cloudformation.sam.template.Kind;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.PropertyTable;
import dev.parapet.read.cloudformation.sam.template.Transformation;

/** {@code Api}, a route of a REST API that starts a state machine (AWS SAM, "Api" in the list of events of state machines). */
public final class WorkflowRoute {
    private static final PropertyTable TABLE = PropertyTable.of("Api")
            .required("Path", Kind.TEXT)
            .required("Method", Kind.TEXT)
            .required("RestApiId", Kind.TEXT)
            .optional("Stage", Kind.TEXT)
            .optional("Auth", Kind.MAP)
            .strict("UnescapeMappingTemplate", Kind.BOOL);

    private final Event event;
    private final Transformation transformation;
    private final Route route;

    private WorkflowRoute(Event event, Transformation transformation) {
        this.event = event;
        this.transformation = transformation;
        String id = ApiEvents.apiId(event.property("RestApiId"));
        Authored api = id == null ? null : transformation.authored(id);
        if (api == null) {
            throw event.invalid(
                    "RestApiId property of Api event must reference a valid resource in the same template.",
                    ApiEvents.span(event, event.property("RestApiId")));
        }
        RestRoutes.stage(api);
        Value stage = event.property("Stage");
        this.route = new Route(
                event,
                api,
                event.text(event.property("Path"), "Path"),
                RestRoutes.lower(event.text(event.property("Method"), "Method")),
                event.property("Auth") instanceof Value.Mapping auth ? auth : null,
                new Leaf(stage == null ? new Value.Null(event.head()) : stage, true));
    }

    /** Checks the properties of an event, and that its API is there. */
    public static void check(Event event, Transformation transformation) {
        TABLE.check(event, event.properties());
        new WorkflowRoute(event, transformation);
    }

    /**
     * Adds the route to the document of its API, when SAM writes that.
     *
     * @param stateMachine the state machine as it is written
     * @param target what the route starts
     * @param role the role in which API Gateway does so
     */
    public static void add(Event event, Authored stateMachine, Made target, Made role, Transformation transformation) {
        WorkflowRoute route = new WorkflowRoute(event, transformation);
        ApiDefinitions definitions = ApiDefinitions.of(transformation);
        Definition definition = definitions.of(route.route.api());
        if (definition != null && definitions.isManaged(route.route.api())) {
            route.add(definition, stateMachine, target, role);
        }
    }

    private void add(Definition definition, Authored stateMachine, Made target, Made role) {
        RestEditor editor = new RestEditor(definition);
        RestRoutes.checkFree(definition, event, route.path(), route.method());
        Maker maker = definition.at(event.head());
        Leaf condition = RestRoutes.condition(stateMachine, maker);
        Table uri = maker.plain(
                "Fn::Sub", maker.text("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution"));
        Table template =
                maker.plain("application/json", maker.plain("Fn::Sub", maker.text(requestTemplate(target.id()))));
        Integrations.add(definition, route.path(), route.method(), condition, (method, integration) -> {
            integration
                    .put("type", maker.text("aws"))
                    .put("httpMethod", maker.text("POST"))
                    .put("uri", condition == null ? uri : maker.onlyIf(condition, uri))
                    .put(
                            "responses",
                            maker.table()
                                    .put("200", maker.table().put("statusCode", maker.text("200")))
                                    .put("400", maker.table().put("statusCode", maker.text("400"))))
                    .put(
                            "credentials",
                            maker.plain("Fn::GetAtt", maker.list(maker.text(role.id()), maker.text("Arn"))));
            if (!method.has("responses")) {
                method.put(
                        "responses",
                        maker.table()
                                .put("200", maker.table().put("description", maker.text("OK")))
                                .put("400", maker.table().put("description", maker.text("Bad Request"))));
            }
            integration.merge(maker.plain("requestTemplates", template));
        });
        if (route.auth() != null && !route.auth().entries().isEmpty()) {
            RouteAuth.add(editor, route, route.auth(), transformation.resolution());
        }
        editor.finish();
    }

    /** What API Gateway makes of a request; the escaped quotation marks of JavaScript are no JSON, so that they can be undone. */
    private String requestTemplate(String target) {
        boolean unescaped = !Intrinsics.isEmpty(event.property("UnescapeMappingTemplate"));
        String input = "$util.escapeJavaScript($input.json('$'))";
        return "{\"input\": \"" + input + (unescaped ? ".replaceAll(\"\\\\'\",\"'\")" : "")
                + "\", \"stateMachineArn\": \"${" + target + "}\"}";
    }
}
