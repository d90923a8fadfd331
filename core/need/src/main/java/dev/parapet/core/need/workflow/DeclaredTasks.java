package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.sdk.Sdk;
import dev.parapet.core.need.sdk.SdkOperation;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resource does with the permissions of its role, as its configuration says.
 *
 * @param start where what it does begins; empty where nothing is executed step by step
 * @param tasks the calls that it makes
 * @param names the values of the variables in their parameters
 * @param implied what it needs without making a call
 * @param gaps what of it is not known
 */
public record DeclaredTasks(
        Optional<Start> start,
        List<DeclaredTask> tasks,
        Map<String, Value> names,
        List<Implied> implied,
        List<Gap> gaps) {
    /** The type of state machines. */
    public static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";

    /** The types of resource that act by a role of their own, where they name one. */
    public static final List<String> TYPES = List.of(
            STATE_MACHINE,
            "AWS::Pipes::Pipe",
            "AWS::Scheduler::Schedule",
            "AWS::Events::Rule",
            "AWS::KinesisFirehose::DeliveryStream",
            "AWS::AppSync::DataSource",
            "AWS::Logs::SubscriptionFilter");

    public DeclaredTasks {
        tasks = List.copyOf(tasks);
        names = Map.copyOf(names);
        implied = List.copyOf(implied);
        gaps = List.copyOf(gaps);
    }

    /**
     * Where a definition begins.
     *
     * @param path the file that it stands in
     * @param state the state that is first
     */
    public record Start(String path, String state) {}

    /**
     * An action that is needed without a call.
     *
     * @param action the action as a policy names it
     * @param on what names the resource
     * @param because why, a clause without a full stop
     */
    public record Implied(String action, Value on, String because) {}

    /**
     * Something that is not known.
     *
     * @param why a clause without a full stop
     * @param place where it stands
     */
    public record Gap(String why, Span place) {}

    /** What a resource does; nothing for a type that makes no calls of its own. */
    public static DeclaredTasks of(Graph graph, Node node) {
        Draft draft = new Draft();
        Resource resource = node.resource();
        if (resource != null && resource.type().equals(STATE_MACHINE)) {
            StateMachineTasks.add(graph, node, resource, draft);
        } else if (resource != null) {
            TargetTasks.add(resource, draft);
        }
        return draft.finished();
    }

    /** What is gathered. */
    static final class Draft {
        private final TemplateArguments arguments = new TemplateArguments();
        private final List<DeclaredTask> tasks = new ArrayList<>();
        private final List<Implied> implied = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private @Nullable Start start;

        TemplateArguments arguments() {
            return arguments;
        }

        void start(String path, String state) {
            if (start == null) {
                start = new Start(path, state);
            }
        }

        void task(DeclaredTask task) {
            tasks.add(task);
        }

        void implied(String action, Value on, String because) {
            implied.add(new Implied(action, on, because));
        }

        void gap(String why, Span place) {
            gaps.add(new Gap(why, place));
        }

        /** A call of an SDK, {@code sfn:startExecution}; the services are named as in the SDK for Java 2. */
        DeclaredCall sdk(String written, Value given) {
            int colon = written.indexOf(':');
            String service = colon < 0 ? written : written.substring(0, colon);
            List<SdkService> known = ServiceTable.standard().services(Sdk.JAVA_2, service);
            return called(known, service, colon < 0 ? "" : written.substring(colon + 1), given);
        }

        /** A call of an optimized integration, {@code ecs:runTask}. */
        DeclaredCall optimized(String written, Value given) {
            int colon = written.indexOf(':');
            String service = colon < 0 ? written : written.substring(0, colon);
            IntegrationTable.Called called =
                    IntegrationTable.standard().called(service, colon < 0 ? "" : written.substring(colon + 1));
            if (called.service().equals("execute-api")) {
                return request(called, given);
            }
            List<SdkService> known =
                    ServiceTable.standard().service(called.service()).stream().toList();
            return called(known, called.service(), called.operation(), given);
        }

        /** A request to an API, which is for its root where no path is given. */
        private DeclaredCall request(IntegrationTable.Called called, Value given) {
            List<FlowArgument> parameters = new ArrayList<>(arguments.parameters(given, Optional.empty()));
            if (parameters.stream().noneMatch(it -> it.spread() || "Path".equals(it.name()))) {
                parameters.add(new FlowArgument("Path", new FlowValue.Text("")));
            }
            return DeclaredCall.of(called.service(), called.operation(), parameters);
        }

        private DeclaredCall called(List<SdkService> known, String service, String action, Value given) {
            for (SdkService each : known) {
                Optional<SdkOperation> operation = each.operation(action);
                if (operation.isPresent()) {
                    return DeclaredCall.of(each.name(), operation.get().name(), arguments.parameters(given, operation));
                }
            }
            return DeclaredCall.unknown(
                    known.isEmpty() ? "" : known.getFirst().name(),
                    "no operation '" + action + "' of '" + service + "' is known");
        }

        DeclaredTasks finished() {
            return new DeclaredTasks(Optional.ofNullable(start), tasks, arguments.names(), implied, gaps);
        }
    }
}
