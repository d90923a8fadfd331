package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part of a store something is: an attribute of a table's items, a field of a message. */
public final class StoreParts {
    private static final int MAXIMUM_DEPTH = 12;

    /** Names of steps that say nothing of the part: types of attributes, forms of a text, promises, elements. */
    private static final Set<String> SILENT = Set.of(
            "s",
            "n",
            "m",
            "l",
            "b",
            "bool",
            "ss",
            "ns",
            "value",
            "read",
            "decode",
            "promise",
            "get",
            "tostring",
            "join",
            "[]",
            "strip",
            "trim",
            "lower",
            "upper",
            "text",
            "json",
            "transformtostring",
            "default",
            "iterator",
            "stream",
            "next",
            "first",
            "last",
            "replace",
            "split",
            "asstring",
            "gets",
            "result",
            "encode",
            "find",
            "pop");

    /** Methods that give all names or all values of a map. */
    private static final Set<String> ALL = Set.of("*", "keys", "values", "items", "entries", "keyset", "entryset");

    private StoreParts() {}

    /** The part of a store that an answer's part is; empty where that was not stored. */
    static Optional<String> part(Exchange.Read read, List<String> within) {
        boolean named = false;
        for (int i = 0; i < within.size(); i++) {
            String name = plain(within.get(i));
            String part = read.fields().get(name);
            if (part != null) {
                return Optional.of(part.equals(Exchange.EACH) ? first(within.subList(i + 1, within.size())) : part);
            }
            named |= !SILENT.contains(name);
        }
        return named ? Optional.empty() : Optional.of(Exchange.ANY);
    }

    /** The first of some names that is one of a part; {@link Exchange#ANY} where there is none. */
    public static String first(List<String> names) {
        for (String name : names) {
            String plain = plain(name);
            if (ALL.contains(plain)) {
                return Exchange.ANY;
            }
            if (!SILENT.contains(plain)) {
                return name;
            }
        }
        return Exchange.ANY;
    }

    /** A name as all languages have it: {@code getItem} and {@code Item} are {@code item}. */
    private static String plain(String name) {
        boolean getter = name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3));
        return (getter ? name.substring(3) : name).toLowerCase(Locale.ROOT);
    }

    /** The parts that a value has which is stored. */
    static Map<String, FlowValue> parts(Exchange.Write write, FlowTable table) {
        if (!write.part().equals(Exchange.EACH)) {
            return Map.of(write.part(), write.value());
        }
        Map<String, List<FlowValue>> parts = new LinkedHashMap<>();
        each(write.value(), table, parts, 0);
        Map<String, FlowValue> joined = new LinkedHashMap<>();
        parts.forEach((name, values) -> joined.put(name, Values.either(values)));
        return joined;
    }

    private static void each(FlowValue value, FlowTable table, Map<String, List<FlowValue>> parts, int depth) {
        for (FlowValue it : Values.alternatives(value)) {
            if (it instanceof FlowValue.MapOf map) {
                for (FlowArgument entry : map.entries()) {
                    String name = entry.name() == null ? Exchange.ANY : entry.name();
                    parts.computeIfAbsent(name, ignored -> new ArrayList<>()).add(entry.value());
                }
                continue;
            }
            FlowValue inner =
                    depth < MAXIMUM_DEPTH && it instanceof FlowValue.Result call ? carried(call, table) : null;
            if (inner == null) {
                parts.computeIfAbsent(Exchange.ANY, ignored -> new ArrayList<>())
                        .add(it);
            } else {
                each(inner, table, parts, depth + 1);
            }
        }
    }

    /** What a call gives back in another form, {@code json.dumps(…)}; null where it is none such. */
    private static @Nullable FlowValue carried(FlowValue.Result call, FlowTable table) {
        for (FlowRow row : table.calls(Word.CARRY, call.of(), call.arguments())) {
            List<Integer> marked = row.marked(call.arguments());
            if (marked.size() == 1) {
                return call.arguments().get(marked.getFirst()).value();
            }
        }
        return null;
    }
}
