package dev.parapet.core.graph.link;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Condition;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way through the properties of a resource, such as {@code Targets[].DeadLetterConfig.Arn}: {@code []} takes each item of a list (of
 * what is no list, the value itself), {@code *} each value of a mapping. It leads through both branches of a condition, and into a
 * document that is written as JSON text.
 */
public final class PropertyPath {
    /** Conditions within conditions; a reader nests them no deeper. */
    private static final int MAX_DEPTH = 200;

    private static final String EACH = "[]";

    private final List<String> steps;

    private PropertyPath(List<String> steps) {
        this.steps = steps;
    }

    /**
     * What stands at the end of a path.
     *
     * @param condition the condition under which it does, where that is not decided
     */
    public record Hit(Value value, @Nullable Condition condition) {}

    /** A path from its text; an empty one leads nowhere else. */
    public static PropertyPath of(String text) {
        List<String> steps = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int dot = text.indexOf('.', from);
            int end = dot < 0 ? text.length() : dot;
            String step = text.substring(from, end);
            if (step.endsWith(EACH)) {
                steps.add(step.substring(0, step.length() - EACH.length()));
                steps.add(EACH);
            } else {
                steps.add(step);
            }
            from = end + 1;
        }
        return new PropertyPath(List.copyOf(steps));
    }

    /** All that stands at the end of the path, in the order of the text. */
    public List<Hit> from(Value value, @Nullable Condition condition) {
        List<Hit> hits = new ArrayList<>();
        walk(value, 0, condition, 0, hits);
        return hits;
    }

    /** Each of the items of what may be one or several. */
    public static List<Hit> each(@Nullable Value value, @Nullable Condition condition) {
        List<Hit> hits = new ArrayList<>();
        if (value != null) {
            new PropertyPath(List.of(EACH)).walk(value, 0, condition, 0, hits);
        }
        return hits;
    }

    private void walk(Value value, int at, @Nullable Condition condition, int depth, List<Hit> hits) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (value instanceof Value.Conditional either) {
            walk(either.whenTrue(), at, Conditions.and(condition, either.condition()), depth + 1, hits);
            walk(
                    either.whenFalse(),
                    at,
                    Conditions.and(condition, Conditions.not(either.condition())),
                    depth + 1,
                    hits);
            return;
        }
        if (value instanceof Value.Absent || value instanceof Value.Null) {
            return;
        }
        if (at == steps.size()) {
            hits.add(new Hit(value, condition));
            return;
        }
        String step = steps.get(at);
        if (step.equals(EACH)) {
            if (value instanceof Value.Sequence sequence) {
                for (Value item : sequence.items()) {
                    walk(item, at + 1, condition, depth + 1, hits);
                }
            } else {
                walk(value, at + 1, condition, depth + 1, hits);
            }
        } else if (value instanceof Value.Mapping mapping) {
            if (step.equals("*")) {
                for (Value.Entry entry : mapping.entries().values()) {
                    walk(entry.value(), at + 1, condition, depth + 1, hits);
                }
            } else {
                Value inner = mapping.get(step);
                if (inner != null) {
                    walk(inner, at + 1, condition, depth + 1, hits);
                }
            }
        } else if (value instanceof Value.Text || value instanceof Value.Composed) {
            if (JsonText.parse(value) instanceof JsonText.Result.Parsed parsed
                    && parsed.value() instanceof Value.Mapping document) {
                walk(document, at, condition, depth + 1, hits);
            }
        }
    }
}
