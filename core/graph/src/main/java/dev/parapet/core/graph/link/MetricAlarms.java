package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alarms on metrics that metric filters make of log lines: such an alarm watches the filter and its log group. Filter and alarm meet in the
 * namespace and name of a metric (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html).
 */
final class MetricAlarms {
    private static final PropertyPath MADE = PropertyPath.of("MetricTransformations[]");

    private static final List<PropertyPath> WATCHED =
            List.of(PropertyPath.of(""), PropertyPath.of("Metrics[].MetricStat.Metric"));
    private static final Ends.Named LOG_GROUP = new Ends.Named("AWS::Logs::LogGroup", "");

    private final Draft draft;
    private final Ends ends;
    private final Map<String, List<Resource>> filters = new HashMap<>();

    MetricAlarms(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    void link() {
        List<Resource> all = draft.ofType("AWS::Logs::MetricFilter");
        for (Resource filter : all) {
            for (PropertyPath.Hit made : MADE.from(filter.properties(), null)) {
                String metric = metric(filter, made.value(), "MetricNamespace");
                if (metric != null) {
                    filters.computeIfAbsent(metric, key -> new ArrayList<>()).add(filter);
                }
            }
        }
        if (!all.isEmpty()) {
            draft.ofType("AWS::CloudWatch::Alarm").forEach(this::link);
        }
    }

    private void link(Resource alarm) {
        for (PropertyPath path : WATCHED) {
            for (PropertyPath.Hit watched : path.from(alarm.properties(), alarm.condition())) {
                String metric = metric(alarm, watched.value(), "Namespace");
                if (metric != null) {
                    filters.getOrDefault(metric, List.of()).forEach(filter -> edges(alarm, watched, filter));
                }
            }
        }
    }

    private void edges(Resource alarm, PropertyPath.Hit watched, Resource filter) {
        Value name = watched.value() instanceof Value.Mapping mapping ? mapping.get("MetricName") : null;
        if (name == null) {
            return;
        }
        draft.edge(
                alarm.id().toString(),
                filter.id().toString(),
                EdgeKind.WATCHES,
                name.span(),
                alarm.id().name() + " watches " + filter.id().name(),
                Conditions.and(watched.condition(), filter.condition()));
        for (PropertyPath.Hit group : PropertyPath.of("LogGroupName")
                .from(filter.properties(), Conditions.and(watched.condition(), filter.condition()))) {
            String id = ends.of(filter, group.value(), LOG_GROUP);
            if (id != null) {
                draft.edge(
                        alarm.id().toString(),
                        id,
                        EdgeKind.WATCHES,
                        name.span(),
                        alarm.id().name() + " watches " + draft.existing(id).label() + ", as "
                                + filter.id().name() + " says",
                        group.condition());
            }
        }
    }

    /** The metric that a mapping names, in words that are equal for equal metrics of a stack; null where it names none. */
    private static @Nullable String metric(Resource resource, Value value, String namespace) {
        if (!(value instanceof Value.Mapping mapping)) {
            return null;
        }
        Value space = mapping.get(namespace);
        Value name = mapping.get("MetricName");
        String first = space == null ? null : TextShape.of(space);
        String second = name == null ? null : TextShape.of(name);
        return first == null || second == null ? null : resource.id().stack() + '\n' + first + '\n' + second;
    }
}
