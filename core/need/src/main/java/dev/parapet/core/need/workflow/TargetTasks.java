package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What targets of pipes, schedules and rules call by operations of APIs: tasks of ECS and jobs of Batch, which name what is run beside the
 * target, and <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html">universal targets</a>, whose ARN
 * {@code arn:aws:scheduler:::aws-sdk:sqs:deleteQueue} names the operation.
 */
final class TargetTasks {
    private static final String UNIVERSAL = ":scheduler:::aws-sdk:";

    private static final Map<String, String> TASKS = Map.of(
            "AWS::Pipes::Pipe", "TargetParameters.EcsTaskParameters.TaskDefinitionArn",
            "AWS::Scheduler::Schedule", "Target.EcsParameters.TaskDefinitionArn",
            "AWS::Events::Rule", "Targets[].EcsParameters.TaskDefinitionArn");

    /** Where the job's definition is named, and the queue. */
    private static final Map<String, List<String>> JOBS = Map.of(
            "AWS::Pipes::Pipe", List.of("TargetParameters.BatchJobParameters.JobDefinition", "Target"),
            "AWS::Events::Rule", List.of("Targets[].BatchParameters.JobDefinition", "Targets[].Arn"));

    private TargetTasks() {}

    /** Adds what the targets of a resource call to a draft. */
    static void add(Resource resource, DeclaredTasks.Draft draft) {
        for (Value definition : values(resource.properties(), TASKS.get(resource.type()))) {
            FlowArgument task =
                    new FlowArgument("taskDefinition", draft.arguments().of(definition));
            add(DeclaredCall.of("ecs", "RunTask", List.of(task)), definition.span(), draft);
        }
        List<String> job = JOBS.getOrDefault(resource.type(), List.of());
        for (Value definition : job.isEmpty() ? List.<Value>of() : values(resource.properties(), job.getFirst())) {
            for (Value queue : values(resource.properties(), job.getLast())) {
                List<FlowArgument> parameters = List.of(
                        new FlowArgument("jobDefinition", draft.arguments().of(definition)),
                        new FlowArgument("jobQueue", draft.arguments().of(queue)));
                add(DeclaredCall.of("batch", "SubmitJob", parameters), definition.span(), draft);
            }
        }
        if (resource.type().equals("AWS::Scheduler::Schedule")) {
            universal(resource, draft);
        }
    }

    private static void universal(Resource schedule, DeclaredTasks.Draft draft) {
        for (Value target : values(schedule.properties(), "Target")) {
            for (Value arn : values(target, "Arn")) {
                int mark = arn instanceof Value.Text text ? text.text().indexOf(UNIVERSAL) : -1;
                if (arn instanceof Value.Text text && mark >= 0) {
                    String operation = text.text().substring(mark + UNIVERSAL.length());
                    Value input = values(target, "Input").stream()
                            .findFirst()
                            .orElse(new Value.Mapping(Map.of(), arn.span()));
                    Value given =
                            JsonText.parse(input) instanceof JsonText.Result.Parsed(Value parsed) ? parsed : input;
                    add(draft.sdk(operation, given), arn.span(), draft);
                }
            }
        }
    }

    private static void add(DeclaredCall call, Span place, DeclaredTasks.Draft draft) {
        draft.task(new DeclaredTask(call, place, true, List.of()));
    }

    private static List<Value> values(Value of, @Nullable String path) {
        return path == null
                ? List.of()
                : PropertyPath.of(path).from(of, null).stream()
                        .map(PropertyPath.Hit::value)
                        .toList();
    }
}
