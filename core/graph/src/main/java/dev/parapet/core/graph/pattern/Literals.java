package dev.parapet.core.graph.pattern;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pattern says a field may be; see {@link EventPattern#literals}. */
final class Literals {
    private final List<Value> found = new ArrayList<>();
    private boolean others;

    private Literals() {}

    static @Nullable List<Value> of(EventPattern pattern, List<String> path) {
        Literals literals = new Literals();
        literals.collect(pattern, path);
        return literals.others || literals.found.isEmpty() ? null : List.copyOf(literals.found);
    }

    private void collect(EventPattern pattern, List<String> path) {
        switch (pattern) {
            case EventPattern.All all -> all.parts().forEach(part -> collect(part, path));
            case EventPattern.Any any -> any.parts().forEach(part -> collect(part, path));
            case EventPattern.Field field -> {
                if (!path.isEmpty() && field.name().equals(path.get(0))) {
                    collect(field.part(), path.subList(1, path.size()));
                }
            }
            case EventPattern.Leaf leaf -> {
                for (Comparison comparison : path.isEmpty() ? leaf.comparisons() : List.<Comparison>of()) {
                    if (comparison instanceof Comparison.Literal literal) {
                        found.add(literal.value());
                    } else {
                        others = true;
                    }
                }
            }
            case EventPattern.Unsettled ignored -> {}
        }
    }
}
