package dev.parapet.cli.iam;

import dev.parapet.cli.Argument;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The condition keys that a person says something of. */
final class ContextArgument {
    private ContextArgument() {}

    /** The option. */
    static Argument<List<String>> option() {
        return Argument.each(
                "KEY=VALUE",
                "What the request says of a condition key; twice for a key with two values; KEY alone: the request does not have"
                        + " it. Keys that nothing is said of are unknown.",
                "--context");
    }

    /** What is said of each key. */
    static Map<String, ContextValue> of(List<String> words) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            List<String> list =
                    values.computeIfAbsent(equals < 0 ? word : word.substring(0, equals), key -> new ArrayList<>());
            if (equals >= 0) {
                list.add(word.substring(equals + 1));
            }
        }
        Map<String, ContextValue> context = new LinkedHashMap<>();
        values.forEach((key, list) -> context.put(
                key,
                switch (list.size()) {
                    case 0 -> new ContextValue.Absent();
                    case 1 -> new ContextValue.One(list.getFirst());
                    default -> new ContextValue.Many(list);
                }));
        return context;
    }
}
