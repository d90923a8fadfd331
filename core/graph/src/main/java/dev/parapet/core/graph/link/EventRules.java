package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.pattern.EventPattern;
import dev.parapet.core.graph.pattern.EventPatternReader;
import dev.parapet.core.graph.pattern.Outcome;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose events a rule of EventBridge passes on, by its pattern: resources that the pattern names, and those that ask for their events to be
 * sent to EventBridge where the pattern does not say whose it wants. Where an event names its resource is a table, {@code events.txt}.
 */
final class EventRules {
    /** How many resources of a type send a rule events that it does not name; more would make the graph quadratic. */
    private static final int MAX_UNNAMED = 50;

    private final Draft draft;
    private final Ends ends;
    private final Map<String, List<Resource>> byStackAndType = new HashMap<>();

    EventRules(Draft draft) {
        this.draft = draft;
        this.ends = new Ends(draft);
    }

    /**
     * A line of the table.
     *
     * @param path the names that lead to the name or ARN of the resource in its events
     * @param asked the property by which the resource asks for them; null where they are sent anyway
     */
    private record Sender(
            String type,
            String source,
            List<String> path,
            @Nullable PropertyPath asked) {}

    void link() {
        List<Resource> rules = draft.ofType("AWS::Events::Rule");
        if (rules.isEmpty()) {
            return;
        }
        List<Sender> senders = senders();
        for (Resource rule : rules) {
            for (PropertyPath.Hit hit : PropertyPath.of("EventPattern").from(rule.properties(), rule.condition())) {
                if (EventPatternReader.read(hit.value()) instanceof EventPatternReader.Read.Parsed parsed) {
                    link(rule, parsed.pattern(), senders, hit);
                }
            }
        }
    }

    private List<Sender> senders() {
        List<Sender> senders = new ArrayList<>();
        for (String line : ResourceTypes.lines(EventRules.class, "events.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            for (Resource resource : draft.ofType(cells.get(0))) {
                List<Resource> same = byStackAndType.computeIfAbsent(
                        resource.id().stack() + '\n' + cells.get(0), key -> new ArrayList<>());
                if (same.size() <= MAX_UNNAMED && !same.contains(resource)) {
                    same.add(resource);
                }
            }
            senders.add(new Sender(
                    cells.get(0),
                    cells.get(1),
                    List.of(cells.get(2).split("\\.")),
                    cells.get(3).isEmpty() ? null : PropertyPath.of(cells.get(3))));
        }
        return senders;
    }

    private void link(Resource rule, EventPattern pattern, List<Sender> senders, PropertyPath.Hit where) {
        Set<String> named = new HashSet<>();
        List<Sender> wanted = new ArrayList<>();
        for (Sender sender : senders) {
            Value source = new Value.Text(sender.source(), where.value().span());
            if (pattern.literals(List.of("source")) != null
                    && pattern.matches(event(sender, source, null), false) != Outcome.NO) {
                wanted.add(sender);
                List<Value> names = pattern.literals(sender.path());
                if (names != null) {
                    named.add(sender.type());
                    names.forEach(name -> named(rule, sender, name, where.condition()));
                }
            }
        }
        for (Sender sender : wanted) {
            if (sender.asked() != null && !named.contains(sender.type())) {
                unnamed(rule, pattern, sender, sender.asked(), where);
            }
        }
    }

    private void named(Resource rule, Sender sender, Value name, @Nullable Condition condition) {
        String id = ends.inStacks(rule, name, sender.type());
        Resource resource = id == null ? null : draft.existing(id).resource();
        if (resource != null && resource.type().equals(sender.type())) {
            edge(resource, rule, name.span(), Conditions.and(condition, resource.condition()));
        }
    }

    private void unnamed(
            Resource rule, EventPattern pattern, Sender sender, PropertyPath asks, PropertyPath.Hit where) {
        List<Resource> candidates = byStackAndType.getOrDefault(rule.id().stack() + '\n' + sender.type(), List.of());
        Value source = new Value.Text(sender.source(), where.value().span());
        for (Resource candidate : candidates.size() > MAX_UNNAMED ? List.<Resource>of() : candidates) {
            for (PropertyPath.Hit asked : asks.from(candidate.properties(), candidate.condition())) {
                if (pattern.matches(event(sender, source, name(candidate)), false) != Outcome.NO) {
                    edge(candidate, rule, where.value().span(), Conditions.and(where.condition(), asked.condition()));
                }
            }
        }
    }

    private static Value name(Resource resource) {
        ResourceTypes.Entry type = ResourceTypes.of(resource.type());
        Value given = type == null ? null : resource.properties().get(type.nameProperty());
        return given == null ? new Value.Reference(resource.id(), "Ref", resource.head()) : given;
    }

    private void edge(Resource from, Resource rule, Span span, @Nullable Condition condition) {
        draft.edge(
                from.id().toString(),
                rule.id().toString(),
                EdgeKind.DELIVERS_TO,
                span,
                from.id().name() + " delivers to " + rule.id().name(),
                condition);
    }

    /** What is known of an event: its source and whose it is. */
    private static Value event(Sender sender, Value source, @Nullable Value name) {
        Map<String, Value.Entry> fields = new LinkedHashMap<>();
        fields.put("source", new Value.Entry(source.span(), source));
        if (name != null) {
            Value inner = name;
            for (int i = sender.path().size() - 1; i > 0; i--) {
                inner = new Value.Mapping(
                        Map.of(sender.path().get(i), new Value.Entry(inner.span(), inner)), inner.span());
            }
            fields.put(sender.path().get(0), new Value.Entry(inner.span(), inner));
        }
        return new Value.Mapping(fields, source.span());
    }
}
