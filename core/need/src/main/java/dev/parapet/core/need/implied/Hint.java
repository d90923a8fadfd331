package dev.parapet.core.need.implied;

import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.model.Value;
import java.util.List;

/**
 * What tells the kind of a resource whose ARN is only given at deployment: another property beside the one that names it, as {@code
 * Queues} beside {@code EventSourceArn} tells a broker.
 *
 * @param path the other property
 * @param present whether it must be there, or must not
 * @param texts what it must be one of; none for anything
 */
record Hint(PropertyPath path, boolean present, List<String> texts) {
    Hint {
        texts = List.copyOf(texts);
    }

    /** A hint as {@code configuration.txt} writes it: {@code NAME}, {@code !NAME} or {@code NAME=TEXT,…}. */
    static Hint parse(String written) {
        boolean present = !written.startsWith("!");
        String rest = present ? written : written.substring(1);
        int equals = rest.indexOf('=');
        return new Hint(
                PropertyPath.of(equals < 0 ? rest : rest.substring(0, equals)),
                present,
                equals < 0 ? List.of() : List.of(rest.substring(equals + 1).split(",", -1)));
    }

    boolean holds(Value beside) {
        boolean found = path.from(beside, null).stream()
                .anyMatch(hit ->
                        texts.isEmpty() || hit.value() instanceof Value.Text text && texts.contains(text.text()));
        return found == present;
    }
}
