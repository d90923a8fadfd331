package dev.parapet.core.iam.escalation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a file of the catalogue. */
final class TechniqueReader {
    private TechniqueReader() {}

    /**
     * Reads a technique.
     *
     * @throws IllegalArgumentException when it is none, which is a fault of the build
     */
    static Technique read(String id, String text) {
        Fields fields =
                new Fields(id, new Load(LoadSettings.builder().setLabel(id).build()).loadFromString(text));
        Fields target = fields.mapping("target");
        Fields example = fields.mapping("example");
        List<Technique.Need> needs = new ArrayList<>();
        fields.mapping("needs").pairs().forEach((action, on) -> needs.add(new Technique.Need(action, on, false)));
        if (fields.has("undenied")) {
            fields.mapping("undenied").pairs().forEach((action, on) -> needs.add(new Technique.Need(action, on, true)));
        }
        return new Technique(
                id,
                fields.text("title"),
                fields.texts("sameAs"),
                fields.texts("sources"),
                fields.textOrNull("onlyIf"),
                new Technique.Target(
                        target.word("who", Technique.Who.class),
                        target.texts("trusts"),
                        target.texts(target.has("passedTo") ? "passedTo" : "trusts"),
                        target.textOrNull("runs"),
                        target.textOrNull("as"),
                        target.flag("instanceProfile"),
                        target.flag("customerManaged"),
                        target.flag("bounded"),
                        target.flag("byName")),
                needs,
                fields.has("with") ? fields.mapping("with").lists() : Map.of(),
                fields.word("gain", Technique.Gain.class),
                example.statements("reaches"),
                example.statements("misses"));
    }

    /** A mapping of a file. */
    private record Fields(String file, Object holder) {
        private @Nullable Object get(String name) {
            return holder instanceof Map<?, ?> map ? map.get(name) : null;
        }

        boolean has(String name) {
            return get(name) != null;
        }

        Fields mapping(String name) {
            Object value = get(name);
            if (!(value instanceof Map)) {
                throw wrong(name, "a mapping");
            }
            return new Fields(file, value);
        }

        String text(String name) {
            if (get(name) instanceof String text) {
                return text;
            }
            throw wrong(name, "a text");
        }

        @Nullable
        String textOrNull(String name) {
            return has(name) ? text(name) : null;
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(get(name));
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            if (get(name) instanceof List<?> list) {
                list.forEach(item -> texts.add(String.valueOf(item)));
            }
            return texts;
        }

        Map<String, String> pairs() {
            Map<String, String> pairs = new LinkedHashMap<>();
            if (holder instanceof Map<?, ?> map) {
                map.forEach((key, value) -> pairs.put(String.valueOf(key), String.valueOf(value)));
            }
            return pairs;
        }

        Map<String, List<String>> lists() {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            if (holder instanceof Map<?, ?> map) {
                map.forEach((key, value) -> lists.put(
                        String.valueOf(key),
                        value instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(value))));
            }
            return lists;
        }

        <T extends Enum<T>> T word(String name, Class<T> type) {
            return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        List<Map<String, Object>> statements(String name) {
            if (!(get(name) instanceof List<?> list)) {
                throw wrong(name, "a list of statements");
            }
            List<Map<String, Object>> statements = new ArrayList<>();
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw wrong(name, "a list of statements");
                }
                Map<String, Object> statement = new HashMap<>();
                map.forEach((key, value) -> statement.put(String.valueOf(key), value));
                statements.add(statement);
            }
            return statements;
        }

        private IllegalArgumentException wrong(String name, String what) {
            return new IllegalArgumentException("catalogue/" + file + ".yaml: " + name + " is " + what);
        }
    }
}
