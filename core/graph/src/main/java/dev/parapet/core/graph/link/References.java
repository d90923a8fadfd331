package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.ResourceId;
import dev.parapet.model.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a resource's properties refer to: by {@code Ref}, {@code Fn::GetAtt}, or an ARN that repeats another resource's name. */
final class References {
    private static final int MAX_DEPTH = 200;

    private final Draft draft;
    private final Resource resource;
    private final StringBuilder path = new StringBuilder();
    private final Set<Object> seen = new HashSet<>();

    private References(Draft draft, Resource resource) {
        this.draft = draft;
        this.resource = resource;
    }

    static void link(Draft draft, Resource resource) {
        new References(draft, resource).walk(resource.properties(), resource.condition(), 0);
    }

    private void walk(Value value, @Nullable Condition condition, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Value.Mapping mapping -> {
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    int length = path.length();
                    if (length > 0) {
                        path.append('.');
                    }
                    path.append(entry.getKey());
                    walk(entry.getValue().value(), condition, depth + 1);
                    path.setLength(length);
                }
            }
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    walk(item, condition, depth + 1);
                }
            }
            case Value.Conditional either -> {
                walk(either.whenTrue(), Conditions.and(condition, either.condition()), depth + 1);
                walk(either.whenFalse(), Conditions.and(condition, Conditions.not(either.condition())), depth + 1);
            }
            case Value.Reference reference -> add(reference.target(), reference, reference.attribute(), condition);
            case Value.Composed composed -> {
                boolean named = false;
                for (Value part : composed.parts()) {
                    if (part instanceof Value.Reference || part instanceof Value.Conditional) {
                        named = true;
                        walk(
                                part instanceof Value.Reference reference ? at(reference, composed) : part,
                                condition,
                                depth + 1);
                    }
                }
                if (!named) {
                    byArn(composed, condition);
                }
            }
            case Value.Text text -> {
                if (text.text().startsWith("arn:")) {
                    byArn(text, condition);
                }
            }
            case Value.Null ignored -> {}
            case Value.Bool ignored -> {}
            case Value.Number ignored -> {}
            case Value.DynamicReference ignored -> {}
            case Value.Absent ignored -> {}
            case Value.Unresolved ignored -> {}
        }
    }

    /** A reference within a text: the text's own place is where it is written. */
    private static Value.Reference at(Value.Reference reference, Value.Composed composed) {
        return new Value.Reference(reference.target(), reference.attribute(), composed.span());
    }

    private void byArn(Value value, @Nullable Condition condition) {
        ResourceId target = draft.names().target(resource.id().stack(), value);
        if (target != null) {
            add(target, value, "its ARN", condition);
        }
    }

    private void add(ResourceId target, Value value, String attribute, @Nullable Condition condition) {
        if (target.equals(resource.id()) || !seen.add(new Place(target, value, condition))) {
            return;
        }
        String what = attribute.equals("Ref") || attribute.equals("its ARN")
                ? target.name()
                : target.name() + "." + attribute;
        draft.edge(
                resource.id().toString(),
                target.toString(),
                EdgeKind.REFERS_TO,
                value.span(),
                path + " refers to " + what,
                condition);
    }

    /** What makes one reference the same as another. */
    private record Place(
            ResourceId target, Value value, @Nullable Condition condition) {}
}
