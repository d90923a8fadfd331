package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Fn::FindInMap}, with the default value of the language extensions. */
final class Lookup {
    /** A key that is not known is followed each way up to this many; beyond, the value is not known either. */
    private static final int MAX_WAYS = 8;

    private final Resolver resolver;
    private final Value.Mapping mappings;
    private final Budget budget;

    Lookup(Resolver resolver, Value.Mapping mappings, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
        this.mappings = mappings;
    }

    Value find(Value argument, Span span) {
        if (!(argument instanceof Value.Sequence sequence)
                || sequence.items().size() < 3
                || sequence.items().size() > 4) {
            return new Value.Unresolved("Fn::FindInMap", "Fn::FindInMap needs a mapping and two keys", span);
        }
        List<Value> keys = new ArrayList<>();
        for (Value item : sequence.items().subList(0, 3)) {
            keys.add(resolver.resolve(item));
        }
        Value fallback = sequence.items().size() == 4 && sequence.items().get(3) instanceof Value.Mapping options
                ? options.get("DefaultValue")
                : null;
        return step(mappings, keys, 0, fallback, span, "");
    }

    private Value step(Value from, List<Value> keys, int index, @Nullable Value fallback, Span span, String path) {
        if (index == keys.size()) {
            return leaf(from, keys, span, path);
        }
        Value key = keys.get(index);
        String name = Equality.text(key);
        if (!(from instanceof Value.Mapping mapping)) {
            return missing(fallback, path, span);
        }
        if (name != null) {
            Value next = mapping.get(name);
            return next == null
                    ? missing(fallback, path + name, span)
                    : step(next, keys, index + 1, fallback, span, index == 2 ? path + name : path + name + ".");
        }
        return key instanceof Value.Unresolved unknown && mapping.entries().size() <= MAX_WAYS
                ? eachWay(mapping, unknown, keys, index, fallback, span, path)
                : new Value.Unresolved(
                        key instanceof Value.Unresolved unresolved ? unresolved.missing() : "Fn::FindInMap",
                        "the key of the mapping " + path + "is not known",
                        span);
    }

    private Value eachWay(
            Value.Mapping mapping,
            Value.Unresolved key,
            List<Value> keys,
            int index,
            @Nullable Value fallback,
            Span span,
            String path) {
        Value otherwise =
                fallback == null ? new Value.Unresolved(key.missing(), key.reason(), span) : resolver.resolve(fallback);
        Value chosen = otherwise;
        boolean first = true;
        for (Map.Entry<String, Value.Entry> way :
                List.copyOf(mapping.entries().entrySet()).reversed()) {
            Value value = step(way.getValue().value(), keys, index + 1, fallback, span, path + way.getKey() + ".");
            // Without a default the deployment fails for any other key, so that the last way needs no condition.
            chosen = first && fallback == null
                    ? value
                    : new Value.Conditional(new Condition.Equals(key.missing(), way.getKey()), value, chosen, span);
            first = false;
        }
        return chosen;
    }

    private Value missing(@Nullable Value fallback, String path, Span span) {
        return fallback == null
                ? new Value.Unresolved("Fn::FindInMap", "there is no mapping " + path, span)
                : resolver.resolve(fallback);
    }

    private Value leaf(Value raw, List<Value> keys, Span span, String path) {
        Value value = resolver.resolve(raw);
        if (value instanceof Value.Text text && text.provenance() == null) {
            Provenance key = null;
            for (Value each : keys) {
                key = key == null ? each.provenance() : key;
            }
            String why = "mapping " + path + " has it" + (key == null ? "" : " and " + key.text());
            return new Value.Text(text.text(), span, new Provenance(why, raw.span()));
        }
        return Places.at(value, span, budget);
    }
}
