package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.need.sdk.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place within the parameters of a call, as {@code operations.txt} writes it: {@code TransactItems[].Put.TableName}, {@code
 * RequestItems{}} for the keys of a map, {@code CopySource#bucket} for what a {@link PathFunction} makes of the value.
 */
final class ParameterPath {
    private static final FlowValue.Unknown UNKNOWN = new FlowValue.Unknown("it is part of a value that is not known");

    private final String parameter;
    private final List<String> steps;
    private final @Nullable PathFunction function;

    private ParameterPath(String parameter, List<String> steps, @Nullable PathFunction function) {
        this.parameter = parameter;
        this.steps = List.copyOf(steps);
        this.function = function;
    }

    static ParameterPath parse(String text) {
        int hash = text.indexOf('#');
        String path = hash < 0 ? text : text.substring(0, hash);
        PathFunction function =
                hash < 0 ? null : PathFunction.valueOf(text.substring(hash + 1).toUpperCase(Locale.ROOT));
        List<String> steps = new ArrayList<>();
        for (String word : path.split("\\.", -1)) {
            String name = word;
            List<String> behind = new ArrayList<>();
            while (name.endsWith("[]") || name.endsWith("{}")) {
                behind.addFirst(name.substring(name.length() - 2));
                name = name.substring(0, name.length() - 2);
            }
            steps.add(name);
            steps.addAll(behind);
        }
        return new ParameterPath(steps.getFirst(), steps.subList(1, steps.size()), function);
    }

    /** The parameter that it begins with. */
    String parameter() {
        return parameter;
    }

    /** The values there; none where the call has nothing there, and an unknown one where that cannot be told. */
    List<FlowValue> of(ApiCall call) {
        boolean written = call.parameters().stream().anyMatch(it -> parameter.equals(it.name()));
        if (!written && steps.isEmpty() && function == null) {
            // What else a map that is not known holds, such as options, it holds by chance.
            return List.of();
        }
        FlowValue value = call.parameter(parameter).orElse(null);
        if (value == null) {
            return List.of();
        }
        List<FlowValue> values = new ArrayList<>(Values.alternatives(value));
        for (String step : steps) {
            List<FlowValue> next = new ArrayList<>();
            for (FlowValue each : values) {
                take(each, step, next);
            }
            values = next;
        }
        values.removeIf(FlowValue.Nothing.class::isInstance);
        if (function == null) {
            return values;
        }
        List<FlowValue> results = new ArrayList<>();
        for (FlowValue each : values) {
            FlowValue result = function.of(each);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static void take(FlowValue value, String step, List<FlowValue> found) {
        switch (step) {
            case "[]" -> {
                switch (value) {
                    case FlowValue.ListOf list -> list.items().forEach(item -> found.addAll(Values.alternatives(item)));
                    // Where a language takes one in the place of a list, it is its only element.
                    case FlowValue.MapOf one -> found.add(one);
                    case FlowValue.Text one -> found.add(one);
                    case FlowValue.Environment one -> found.add(one);
                    default -> found.add(UNKNOWN);
                }
            }
            case "{}" -> {
                if (value instanceof FlowValue.MapOf map) {
                    for (FlowArgument entry : map.entries()) {
                        FlowValue key = entry.key() == null ? UNKNOWN : entry.key();
                        found.addAll(
                                entry.name() == null
                                        ? Values.alternatives(key)
                                        : List.of(new FlowValue.Text(entry.name())));
                    }
                } else {
                    found.add(UNKNOWN);
                }
            }
            default -> {
                List<FlowArgument> entries = entries(value);
                if (entries == null) {
                    found.add(UNKNOWN);
                    return;
                }
                for (FlowArgument entry : entries) {
                    if (step.equalsIgnoreCase(entry.name())) {
                        found.addAll(Values.alternatives(entry.value()));
                    } else if (entry.spread()) {
                        found.add(UNKNOWN);
                    }
                }
            }
        }
    }

    /** The fields of an object; null where they are not known. */
    static @Nullable List<FlowArgument> entries(FlowValue value) {
        return switch (value) {
            case FlowValue.MapOf map -> map.entries();
            case FlowValue.Instance instance when instance.made() != null -> instance.arguments();
            default -> null;
        };
    }
}
