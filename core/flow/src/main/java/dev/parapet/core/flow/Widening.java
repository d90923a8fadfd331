package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes values that could grow without end into ones that cannot: of a text put together, which parts it has stays known. */
final class Widening {
    /** Values inside one another. */
    private static final int MAXIMUM_DEPTH = 6;

    private static final FlowValue.Unknown GROWS = new FlowValue.Unknown("it grows with each call");

    private Widening() {}

    static List<FlowArgument> of(List<FlowArgument> arguments) {
        List<FlowArgument> widened = new ArrayList<>(arguments.size());
        for (FlowArgument argument : arguments) {
            FlowValue value = Values.each(argument.value(), Widening::of);
            widened.add(new FlowArgument(argument.name(), value, argument.spread()));
        }
        return widened;
    }

    /** Arguments of which nothing more is known than that they are there, but for those that other calls have in their place. */
    static List<FlowArgument> givenUp(List<FlowArgument> arguments, Set<List<FlowArgument>> others) {
        List<FlowArgument> unknown = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            int place = i;
            FlowArgument argument = arguments.get(i);
            boolean seen = others.stream()
                    .anyMatch(other -> place < other.size() && other.get(place).equals(argument));
            unknown.add(seen ? argument : new FlowArgument(argument.name(), GROWS, argument.spread()));
        }
        return unknown;
    }

    private static FlowValue of(FlowValue value) {
        if (value instanceof FlowValue.Concatenation
                || value instanceof FlowValue.Derived it && it.how().equals("+")) {
            Set<FlowValue> parts = new LinkedHashSet<>();
            parts(value, parts);
            return new FlowValue.Derived("+", List.copyOf(parts));
        }
        return isDeep(value, 0) ? GROWS : value;
    }

    private static void parts(FlowValue value, Set<FlowValue> into) {
        switch (value) {
            case FlowValue.Concatenation it -> it.parts().forEach(part -> parts(part, into));
            case FlowValue.Derived it when it.how().equals("+") -> it.from().forEach(part -> parts(part, into));
            case FlowValue.Either it -> it.values().forEach(part -> parts(part, into));
            default -> into.add(isDeep(value, 0) ? GROWS : value);
        }
    }

    private static boolean isDeep(FlowValue value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return true;
        }
        int next = depth + 1;
        return switch (value) {
            case FlowValue.Member it -> isDeep(it.of(), next);
            case FlowValue.Item it -> isDeep(it.of(), next);
            case FlowValue.Result it -> isDeep(it.of(), next) || areDeep(it.arguments(), next);
            case FlowValue.Instance it -> isDeep(it.type(), next) || areDeep(it.arguments(), next);
            case FlowValue.MapOf it -> areDeep(it.entries(), next);
            case FlowValue.ListOf it -> it.items().stream().anyMatch(item -> isDeep(item, next));
            case FlowValue.Concatenation it -> it.parts().stream().anyMatch(part -> isDeep(part, next));
            case FlowValue.Derived it -> it.from().stream().anyMatch(part -> isDeep(part, next));
            case FlowValue.Either it -> it.values().stream().anyMatch(one -> isDeep(one, next));
            default -> false;
        };
    }

    private static boolean areDeep(List<FlowArgument> arguments, int depth) {
        return arguments.stream().anyMatch(argument -> isDeep(argument.value(), depth));
    }
}
