package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.core.graph.link.StateMachineDefinition;
import dev.parapet.core.graph.link.StateMachineDefinition.State;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the states of a state machine call, with the permissions of its role: functions, <a
 * href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">optimized integrations</a>, <a
 * href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">operations of SDKs</a>, HTTPS endpoints, and what
 * a <a href="https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html">distributed Map</a> reads, writes and starts.
 */
final class StateMachineTasks {
    private static final String INTEGRATION = ":::";
    private static final String SDK = "aws-sdk:";
    private static final String SYNC = ".sync";
    private static final List<String> ARGUMENTS = List.of("Parameters", "Arguments");

    private final Graph graph;
    private final Node node;
    private final Value self;
    private final DeclaredTasks.Draft draft;
    private final TemplateArguments arguments;

    private StateMachineTasks(Graph graph, Node node, Resource machine, DeclaredTasks.Draft draft) {
        this.graph = graph;
        this.node = node;
        this.self = new Value.Reference(machine.id(), "Arn", machine.span());
        this.draft = draft;
        this.arguments = draft.arguments();
    }

    /** Adds what a state machine does to a draft. */
    static void add(Graph graph, Node node, Resource machine, DeclaredTasks.Draft draft) {
        List<StateMachineDefinition> definitions = StateMachineDefinition.of(machine);
        if (definitions.isEmpty()) {
            draft.gap("its definition is not at hand", machine.head());
        }
        StateMachineTasks tasks = new StateMachineTasks(graph, node, machine, draft);
        for (StateMachineDefinition definition : definitions) {
            if (definition.document().get("StartAt") instanceof Value.Text start) {
                draft.start(definition.document().span().path(), start.text());
            }
            definition.states().forEach(tasks::state);
        }
    }

    private void state(State state) {
        if (state.is("Task")) {
            for (PropertyPath.Hit resource : PropertyPath.each(state.fields().get("Resource"), null)) {
                task(state, resource.value());
            }
        } else if (state.is("Map")) {
            map(state);
        }
    }

    private void task(State state, Value resource) {
        Span place = resource.span();
        List<Value> roles = values(state.fields(), "Credentials.RoleArn");
        boolean byRole = roles.isEmpty()
                && values(state.fields(), "Credentials.RoleArn.$").isEmpty();
        if (!byRole) {
            FlowValue role = roles.isEmpty() ? ComputedText.COMPUTED : arguments.of(roles.getFirst());
            add(
                    DeclaredCall.of("sts", "AssumeRole", List.of(new FlowArgument("RoleArn", role))),
                    place,
                    true,
                    List.of());
        }
        String shape = TextShape.of(resource);
        int mark = shape == null || !shape.contains(":states:") ? -1 : shape.lastIndexOf(INTEGRATION);
        if (shape != null && mark >= 0) {
            integration(state, shape.substring(mark + INTEGRATION.length()), place, byRole);
        } else if (!isActivity(resource, shape)) {
            if (shape != null && shape.contains("${")) {
                draft.gap("what the state '" + state.name() + "' calls is not known", place);
            } else {
                FlowArgument function = new FlowArgument("FunctionName", arguments.of(resource));
                add(DeclaredCall.of("lambda", "Invoke", List.of(function)), place, byRole, List.of());
            }
        }
    }

    /** Activities are done by whoever asks for them; the state machine needs no permission for them. */
    private boolean isActivity(Value resource, @Nullable String shape) {
        return (shape != null && shape.contains(":activity:"))
                || graph.target(node, resource)
                        .map(Node::resource)
                        .filter(it -> it.type().equals("AWS::StepFunctions::Activity"))
                        .isPresent();
    }

    private void integration(State state, String written, Span place, boolean byRole) {
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        boolean sync = dot >= 0 && written.startsWith(SYNC, dot);
        for (Value each : given(state.fields())) {
            if (name.startsWith(SDK)) {
                add(draft.sdk(name.substring(SDK.length()), each), place, byRole, List.of());
            } else if (name.equals("http:invoke")) {
                http(state, each, place, byRole);
            } else if (!name.equals("apigateway:invoke") || isSigned(each)) {
                optimized(state, name, sync, each, place, byRole);
            }
        }
    }

    private void optimized(State state, String name, boolean sync, Value given, Span place, boolean byRole) {
        IntegrationTable table = IntegrationTable.standard();
        if (table.permissionless(name) != null) {
            return;
        }
        List<DeclaredTask.Besides> besides = new ArrayList<>();
        for (IntegrationTable.Row row : table.also(name)) {
            row.actions()
                    .forEach(action -> besides.add(new DeclaredTask.Besides(
                            action, row.on(), "the state '" + state.name() + "' needs it besides")));
        }
        for (IntegrationTable.Row row : sync ? table.sync(name) : List.<IntegrationTable.Row>of()) {
            row.actions()
                    .forEach(action -> besides.add(new DeclaredTask.Besides(
                            action, row.on(), "the state '" + state.name() + "' waits for the end of what it starts")));
        }
        add(draft.optimized(name, given), place, byRole, besides);
    }

    /** Requests without a signature need no permission. */
    private static boolean isSigned(Value given) {
        return values(given, "AuthType").stream()
                .anyMatch(it -> !(it instanceof Value.Text text && text.text().equals("NO_AUTH")));
    }

    /**
     * The endpoint is called for the state machine itself, with the credentials of a connection, which lie in a secret of the connection's
     * (<a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-permissions">Permissions</a>).
     */
    private void http(State state, Value given, Span place, boolean byRole) {
        if (byRole) {
            draft.implied(
                    "states:InvokeHTTPEndpoint", self, "the state '" + state.name() + "' calls an HTTPS endpoint");
        }
        List<FlowArgument> parameters = new ArrayList<>();
        List<Value> connections = new ArrayList<>(values(given, "Authentication.ConnectionArn"));
        connections.addAll(values(given, "InvocationConfig.ConnectionArn"));
        if (connections.isEmpty()) {
            parameters.add(new FlowArgument("ConnectionArn", ComputedText.COMPUTED));
            parameters.add(new FlowArgument("SecretArn", ComputedText.COMPUTED));
        }
        for (Value connection : connections) {
            parameters.add(new FlowArgument("ConnectionArn", arguments.of(connection)));
            parameters.add(new FlowArgument("SecretArn", secret(connection)));
        }
        add(DeclaredCall.of("stepfunctions", "InvokeHTTPEndpoint", parameters), place, byRole, List.of());
    }

    private FlowValue secret(Value connection) {
        Resource resource = graph.target(node, connection).map(Node::resource).orElse(null);
        return resource != null && resource.type().equals("AWS::Events::Connection")
                ? arguments.of(new Value.Reference(resource.id(), "SecretArn", connection.span()))
                : new FlowValue.Text(
                        "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:events!connection/*");
    }

    private void map(State state) {
        for (String field : List.of("ItemProcessor", "Iterator")) {
            for (Value mode : values(state.fields(), field + ".ProcessorConfig.Mode")) {
                if (mode instanceof Value.Text text && text.text().equals("DISTRIBUTED")) {
                    String because = "the distributed Map '" + state.name() + "' starts executions of it";
                    draft.implied("states:StartExecution", self, because);
                }
            }
        }
        for (Value reader : values(state.fields(), "ItemReader")) {
            source(state, reader);
        }
        for (Value writer : values(state.fields(), "ResultWriter")) {
            result(state, writer);
        }
    }

    private void source(State state, Value reader) {
        for (Value resource : values(reader, "Resource")) {
            String shape = TextShape.of(resource);
            if (shape == null || !shape.contains(INTEGRATION)) {
                continue;
            }
            String name = shape.substring(shape.lastIndexOf(INTEGRATION) + INTEGRATION.length());
            for (Value given : given(reader)) {
                optimized(state, name, false, given, resource.span(), true);
                boolean read = values(reader, "ReaderConfig.Transformation").stream()
                        .anyMatch(it ->
                                it instanceof Value.Text text && !text.text().equals("NONE"));
                if (read && name.equals("s3:listObjectsV2")) {
                    List<FlowArgument> of = new ArrayList<>(arguments.parameters(given, Optional.empty()));
                    of.removeIf(it -> "Prefix".equals(it.name()));
                    add(DeclaredCall.of("s3", "GetObject", of), resource.span(), true, List.of());
                }
            }
        }
    }

    /** Results lie under a prefix, in objects whose names are made when they are written. */
    private void result(State state, Value writer) {
        for (Value resource : values(writer, "Resource")) {
            for (Value given : given(writer)) {
                List<FlowArgument> parameters = new ArrayList<>();
                FlowValue key = new FlowValue.Text("*");
                for (FlowArgument each : arguments.parameters(given, Optional.empty())) {
                    if ("Prefix".equals(each.name())) {
                        key = under(each.value());
                    } else {
                        parameters.add(each);
                    }
                }
                parameters.add(new FlowArgument("Key", key));
                List<DeclaredTask.Besides> besides = new ArrayList<>();
                for (IntegrationTable.Row row : IntegrationTable.standard().also("s3:putObject")) {
                    row.actions()
                            .forEach(action -> besides.add(new DeclaredTask.Besides(
                                    action, row.on(), "the Map '" + state.name() + "' writes its results in parts")));
                }
                add(DeclaredCall.of("s3", "PutObject", parameters), resource.span(), true, besides);
            }
        }
    }

    private static FlowValue under(FlowValue prefix) {
        return prefix instanceof FlowValue.Text(String text)
                ? new FlowValue.Text(text + (text.endsWith("/") ? "*" : "/*"))
                : new FlowValue.Text("*");
    }

    private void add(DeclaredCall call, Span place, boolean byRole, List<DeclaredTask.Besides> besides) {
        draft.task(new DeclaredTask(call, place, byRole, byRole ? besides : List.of()));
    }

    /** What a state hands over; an empty mapping where it says nothing. */
    private static List<Value> given(Value fields) {
        List<Value> found = new ArrayList<>();
        ARGUMENTS.forEach(name -> found.addAll(values(fields, name)));
        return found.isEmpty() ? List.of(new Value.Mapping(Map.of(), fields.span())) : found;
    }

    private static List<Value> values(Value of, String path) {
        return PropertyPath.of(path).from(of, null).stream()
                .map(PropertyPath.Hit::value)
                .toList();
    }
}
