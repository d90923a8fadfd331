package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stacks export to others, and what they are called. A name that depends on the stack's own name, as most do, matches an import whose known end is
 * the same; of several that match, the one in the nearest folder counts, and two that are equally near are none.
 */
final class Exports {
    private record Export(Value name, Instance stack, String output) {}

    private final Map<String, List<Export>> byName = new HashMap<>();
    private final List<Export> composed = new ArrayList<>();
    private final Map<String, List<Export>> byStackName = new HashMap<>();

    void add(Instance stack) {
        String name = stack.stackName();
        if (name != null) {
            byStackName
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(new Export(
                            new Value.Text(name, stack.section("Outputs").span()), stack, ""));
        }
        addExports(stack);
    }

    private void addExports(Instance stack) {
        for (Map.Entry<String, Value.Entry> entry :
                stack.section("Outputs").entries().entrySet()) {
            if (entry.getValue().value() instanceof Value.Mapping output
                    && output.get("Export") instanceof Value.Mapping export
                    && export.get("Name") != null) {
                Value raw = export.get("Name");
                Value name = raw == null ? null : stack.resolve(raw);
                if (name instanceof Value.Text text) {
                    byName.computeIfAbsent(text.text(), key -> new ArrayList<>())
                            .add(new Export(name, stack, entry.getKey()));
                } else if (name instanceof Value.Composed) {
                    composed.add(new Export(name, stack, entry.getKey()));
                }
            }
        }
    }

    /** The value that a stack imports; null when nobody, or nobody in particular, exports it. */
    @Nullable
    Value find(Value name, Instance importer) {
        List<Export> candidates = new ArrayList<>();
        if (name instanceof Value.Text text) {
            candidates.addAll(byName.getOrDefault(text.text(), List.of()));
        }
        if (candidates.isEmpty()) {
            for (Export export : composed) {
                if (export.stack() != importer && matches(export.name(), name)) {
                    candidates.add(export);
                }
            }
            if (name instanceof Value.Composed && composed.size() < 10_000) {
                for (List<Export> exports : byName.values()) {
                    for (Export export : exports) {
                        if (export.stack() != importer && matches(name, export.name())) {
                            candidates.add(export);
                        }
                    }
                }
            }
        }
        Export nearest = nearest(candidates, importer.path());
        return nearest == null ? null : nearest.stack().output(nearest.output());
    }

    /** The output of a stack that is called by its name; null when no stack, or no stack in particular, is called so. */
    @Nullable
    Value output(String stackName, String output, Instance asking) {
        Export nearest = nearest(byStackName.getOrDefault(stackName, List.of()), asking.path());
        return nearest == null || nearest.stack() == asking
                ? null
                : nearest.stack().output(output);
    }

    private static @Nullable Export nearest(List<Export> candidates, String path) {
        @Nullable Export nearest = null;
        int most = -1;
        boolean twice = false;
        for (Export candidate : candidates) {
            int common = commonFolders(candidate.stack().path(), path);
            if (common > most) {
                most = common;
                nearest = candidate;
                twice = false;
            } else if (common == most) {
                twice = true;
            }
        }
        return twice ? null : nearest;
    }

    private static int commonFolders(String one, String other) {
        int folders = 0;
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length && one.charAt(i) == other.charAt(i); i++) {
            if (one.charAt(i) == '/') {
                folders++;
            }
        }
        return folders;
    }

    /** Whether a name with unknown parts can be another name: their known ends say the same, and say something. */
    private static boolean matches(Value pattern, Value name) {
        String prefix = end(pattern, true);
        String suffix = end(pattern, false);
        if (name instanceof Value.Text text) {
            return prefix.length() + suffix.length() > 1
                    && text.text().length() > prefix.length() + suffix.length()
                    && text.text().startsWith(prefix)
                    && text.text().endsWith(suffix);
        }
        return name instanceof Value.Composed
                && suffix.length() > 1
                && suffix.equals(end(name, false))
                && prefix.equals(end(name, true));
    }

    private static String end(Value name, boolean first) {
        if (name instanceof Value.Composed composed) {
            Value part = first ? composed.parts().getFirst() : composed.parts().getLast();
            return part instanceof Value.Text text ? text.text() : "";
        }
        return name instanceof Value.Text text ? text.text() : "";
    }
}
