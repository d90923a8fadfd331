package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access to mappings of both kinds. */
public final class Maps {
    private Maps() {}

    /** The entry of a key; null when there is none. */
    public static @Nullable Datum get(Datum map, Object key, Evaluation evaluation) {
        return switch (map) {
            case Datum.Structure structure -> {
                Value.Entry entry = structure.mapping().entries().get(String.valueOf(key));
                if (entry == null) {
                    yield null;
                }
                Value decided = evaluation.decided(entry.value());
                yield decided instanceof Value.Absent ? null : evaluation.datum(entry);
            }
            case Datum.Dictionary dictionary -> dictionary.entries().get(key);
            default -> null;
        };
    }

    /** All entries of a mapping that are there in this world. */
    public static Map<Object, Datum> entries(Datum map, Evaluation evaluation) {
        if (map instanceof Datum.Dictionary dictionary) {
            return dictionary.entries();
        }
        Map<Object, Datum> entries = new LinkedHashMap<>();
        if (map instanceof Datum.Structure structure) {
            structure.mapping().entries().forEach((name, entry) -> {
                if (!(evaluation.decided(entry.value()) instanceof Value.Absent)) {
                    entries.put(name, evaluation.datum(entry));
                }
            });
        }
        return entries;
    }
}
