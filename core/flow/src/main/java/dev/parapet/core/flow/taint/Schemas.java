package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What schemas let through that stand in the code: JSON Schema (https://json-schema.org/draft/2020-12/json-schema-validation) as a
 * map, and what is built by calls as those of <a href="https://zod.dev">zod</a>, <a href="https://joi.dev/api">joi</a> and <a
 * href="https://github.com/jquense/yup">yup</a>.
 */
final class Schemas {
    /** What a schema lets through at a place. */
    enum Admits {
        /** Numbers, values from a list, texts of a pattern that does no harm. */
        NARROW,
        /** Texts of a caller's choice. */
        TEXT,
        /** The schema is not there to be read. */
        UNKNOWN
    }

    private static final int MAXIMUM_DEPTH = 12;

    private static final Set<String> NARROW_TYPES = Set.of("integer", "number", "boolean", "null");

    private static final Set<String> NARROW_FORMATS =
            Set.of("uuid", "date", "date-time", "time", "duration", "ipv4", "ipv6");

    /** Steps of builders after which a value is no free text. */
    private static final Set<String> NARROW_STEPS = Set.of(
            "number",
            "int",
            "integer",
            "float",
            "bigint",
            "boolean",
            "bool",
            "date",
            "enum",
            "nativeenum",
            "literal",
            "uuid",
            "guid",
            "cuid",
            "cuid2",
            "ulid",
            "nanoid",
            "valid",
            "oneof",
            "picklist",
            "alphanum",
            "hex",
            "isodate",
            "isoduration",
            "datetime",
            "token");

    private static final Set<String> PATTERN_STEPS = Set.of("regex", "pattern", "matches");

    private static final Set<String> OBJECT_STEPS =
            Set.of("object", "strictobject", "looseobject", "keys", "shape", "extend", "append");

    /** Steps that say what kind of thing it is and let any text through. */
    private static final Set<String> FREE_STEPS = Set.of("string", "any", "unknown", "mixed", "email", "url", "uri");

    private Schemas() {}

    /** What a call checks, and by what. */
    record Check(FlowRow row, int data, @Nullable FlowValue schema) {
        /** Whether what the call gives is what it was given; else a field of that name is, where it is one. */
        boolean gives() {
            return row.kinds().contains("given");
        }
    }

    /** The checks that a call is by a table. */
    static List<Check> of(FlowTable table, FlowValue callee, List<FlowArgument> arguments) {
        List<Check> checks = new ArrayList<>();
        for (FlowRow row : table.calls(Word.SCHEMA, callee, arguments)) {
            for (int index : row.marked(arguments)) {
                checks.add(new Check(row, index, schema(row, callee, arguments)));
            }
        }
        return checks;
    }

    static @Nullable FlowValue schema(FlowRow row, FlowValue callee, List<FlowArgument> arguments) {
        boolean handed = row.parameters().stream().anyMatch(it -> it.name().endsWith("schema") && !it.marked());
        if (handed) {
            return row.argument(it -> it.endsWith("schema"), arguments);
        }
        return switch (callee) {
            // compile(schema)(data)
            case FlowValue.Result compiled
            when !compiled.arguments().isEmpty() ->
                compiled.arguments().getFirst().value();
            case FlowValue.Member method -> method.of();
            default -> null;
        };
    }

    /** What a schema lets through at a place of what it checks. */
    static Admits at(@Nullable FlowValue schema, List<String> path, String kind) {
        if (schema == null) {
            return Admits.UNKNOWN;
        }
        List<Admits> all = new ArrayList<>();
        for (FlowValue one : Values.alternatives(schema)) {
            all.add(
                    switch (one) {
                        case FlowValue.MapOf map -> json(map, path, kind, 0);
                        case FlowValue.Result call -> built(call, path, kind, 0);
                        default -> Admits.UNKNOWN;
                    });
        }
        return widest(all);
    }

    private static Admits widest(List<Admits> all) {
        if (all.contains(Admits.TEXT)) {
            return Admits.TEXT;
        }
        return all.isEmpty() || all.contains(Admits.UNKNOWN) ? Admits.UNKNOWN : Admits.NARROW;
    }

    private static Admits json(FlowValue schema, List<String> path, String kind, int depth) {
        if (!(schema instanceof FlowValue.MapOf map) || depth > MAXIMUM_DEPTH || map.get("$ref") != null) {
            return Admits.UNKNOWN;
        }
        for (String several : List.of("anyOf", "oneOf")) {
            if (map.get(several) instanceof FlowValue.ListOf list) {
                return widest(list.items().stream()
                        .map(it -> json(it, path, kind, depth + 1))
                        .toList());
            }
        }
        if (!path.isEmpty()) {
            boolean element = path.getFirst().equals("[]");
            FlowValue inner = element
                    ? map.get("items")
                    : map.get("properties") instanceof FlowValue.MapOf properties
                            ? properties.get(path.getFirst())
                            : null;
            // What a schema says nothing of, it lets through.
            boolean silent = inner == null && (element || !(map.get("properties") instanceof FlowValue.Unknown));
            return silent || inner == null ? Admits.TEXT : json(inner, path.subList(1, path.size()), kind, depth + 1);
        }
        boolean pattern = map.get("pattern") instanceof FlowValue.Text text
                && Patterns.isNarrow(text.value(), false, false, kind);
        boolean type = map.get("type") instanceof FlowValue.Text text && NARROW_TYPES.contains(text.value());
        boolean format = map.get("format") instanceof FlowValue.Text text && NARROW_FORMATS.contains(text.value());
        boolean listed = map.get("enum") != null || map.get("const") != null;
        return pattern || type || format || listed ? Admits.NARROW : Admits.TEXT;
    }

    private static Admits built(FlowValue schema, List<String> path, String kind, int depth) {
        boolean free = false;
        FlowValue of = schema;
        for (int steps = 0; of instanceof FlowValue.Result call && steps < 64 && depth <= MAXIMUM_DEPTH; steps++) {
            String step = CalleePath.of(call.of()).getLast().toLowerCase(Locale.ROOT);
            FlowValue first = call.arguments().isEmpty()
                    ? null
                    : call.arguments().getFirst().value();
            if (path.isEmpty()) {
                boolean pattern = PATTERN_STEPS.contains(step)
                        && pattern(first) != null
                        && Patterns.isNarrow(String.valueOf(pattern(first)), false, false, kind);
                if (pattern || NARROW_STEPS.contains(step)) {
                    return Admits.NARROW;
                }
            } else if (OBJECT_STEPS.contains(step) && first instanceof FlowValue.MapOf fields) {
                FlowValue field = fields.get(path.getFirst());
                if (field != null) {
                    return built(field, path.subList(1, path.size()), kind, depth + 1);
                }
            } else if (OBJECT_STEPS.contains(step) && first != null) {
                return Admits.UNKNOWN;
            } else if (step.equals("array") && first != null && path.getFirst().equals("[]")) {
                return built(first, path.subList(1, path.size()), kind, depth + 1);
            } else if (step.equals("items") && first != null && path.getFirst().equals("[]")) {
                return built(first, path.subList(1, path.size()), kind, depth + 1);
            }
            free |= FREE_STEPS.contains(step) || OBJECT_STEPS.contains(step);
            of = call.of() instanceof FlowValue.Member method ? method.of() : call.of();
        }
        return free ? Admits.TEXT : Admits.UNKNOWN;
    }

    private static @Nullable String pattern(@Nullable FlowValue value) {
        return value instanceof FlowValue.Instance made
                        && !made.arguments().isEmpty()
                        && made.arguments().getFirst().value() instanceof FlowValue.Text text
                ? text.value()
                : null;
    }
}
