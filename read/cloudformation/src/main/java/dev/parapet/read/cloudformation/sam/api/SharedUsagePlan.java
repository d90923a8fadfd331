package dev.parapet.read.cloudformation.sam.api;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Authored;
import dev.parapet.read.cloudformation.sam.template.Made;
import dev.parapet.read.cloudformation.sam.template.Transformation;
import dev.parapet.read.cloudformation.sam.template.Values;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan that several APIs of a template share; it exists when any of them does and is kept when any of them is. */
final class SharedUsagePlan {
    private static final String CONDITION = "SharedUsagePlanCondition";

    private final Transformation transformation;
    private final Map<Authored, Made> stages = new LinkedHashMap<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private boolean always;
    private @Nullable Value deletion;
    private @Nullable Value replacement;

    private SharedUsagePlan(Transformation transformation) {
        this.transformation = transformation;
    }

    static SharedUsagePlan of(Transformation transformation) {
        return transformation.kept(SharedUsagePlan.class, () -> new SharedUsagePlan(transformation));
    }

    /** One API and its stage, under the names that a resource has for them. */
    static Value.Mapping stageOf(Authored api, Made stage, String apiName, String stageName, Values values) {
        return values.map(apiName, values.ref(api.id()), stageName, values.ref(stage.id()));
    }

    void add(Authored api, Made stage, Values values) {
        stages.put(api, stage);
        deletion = stronger(deletion, api.written().get("DeletionPolicy"), List.of("Retain"));
        replacement = stronger(replacement, api.written().get("UpdateReplacePolicy"), List.of("Retain", "Snapshot"));
        if (!(api.written().get("Condition") instanceof Value.Text condition)) {
            always = true;
        } else if (conditions.add(condition.text()) && !always) {
            List<Value> any = conditions.stream()
                    .<Value>map(each -> values.map("Condition", values.text(each)))
                    .toList();
            transformation
                    .output()
                    .condition(
                            CONDITION,
                            any.size() == 1 ? values.text(condition.text()) : values.map("Fn::Or", values.list(any)));
        }
        if (always) {
            transformation.output().removeCondition(CONDITION);
        }
    }

    /** The policy that keeps more; {@code order} has those that win over others. */
    private static @Nullable Value stronger(@Nullable Value known, @Nullable Value next, List<String> order) {
        if (known == null || next == null) {
            return known == null ? next : known;
        }
        int before = rank(known, order);
        return rank(next, order) < before ? next : known;
    }

    private static int rank(Value policy, List<String> order) {
        int rank = policy instanceof Value.Text text ? order.indexOf(text.text()) : -1;
        return rank < 0 ? order.size() : rank;
    }

    Made make(String id, String type, Span span) {
        return new Made(id, type, span)
                .attribute("DeletionPolicy", deletion)
                .attribute("UpdateReplacePolicy", replacement)
                .attribute("Condition", conditions.isEmpty() || always ? null : new Values(span).text(CONDITION));
    }

    Value.Sequence apis(Values values) {
        return values.list(
                stages.keySet().stream().map(api -> values.text(api.id())).toList());
    }

    Value.Sequence stages(String apiName, String stageName, Values values) {
        return values.list(stages.entrySet().stream()
                .map(entry -> stageOf(entry.getKey(), entry.getValue(), apiName, stageName, values))
                .toList());
    }
}
