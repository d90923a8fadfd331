package dev.parapet.core.flow.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Values put together. */
public final class Values {
    /** Of this many alternatives more are not kept apart. */
    private static final int MAXIMUM_ALTERNATIVES = 16;

    /** Texts of alternatives are combined up to this many. */
    private static final int MAXIMUM_COMBINATIONS = 16;

    /** The value of something that is assigned from itself. It adds nothing to other values. */
    public static final FlowValue.Unknown CYCLE = new FlowValue.Unknown("it depends on itself");

    /** Stands for parts of a value that are left out, since there are too many. */
    public static final FlowValue.Unknown CUT = new FlowValue.Unknown("it is made of too many parts");

    private Values() {}

    /** Whether parts of a value are left out. */
    public static boolean isCut(FlowValue value) {
        return switch (value) {
            case FlowValue.Member it -> isCut(it.of());
            case FlowValue.Item it -> isCut(it.of());
            case FlowValue.Result it ->
                isCut(it.of()) || it.arguments().stream().anyMatch(one -> isCut(one.value()));
            case FlowValue.Instance it -> it.arguments().stream().anyMatch(one -> isCut(one.value()));
            case FlowValue.MapOf it -> it.entries().stream().anyMatch(one -> isCut(one.value()));
            case FlowValue.ListOf it -> it.items().stream().anyMatch(Values::isCut);
            case FlowValue.Concatenation it -> it.parts().stream().anyMatch(Values::isCut);
            case FlowValue.Derived it -> it.from().stream().anyMatch(Values::isCut);
            case FlowValue.Either it -> it.values().stream().anyMatch(Values::isCut);
            default -> value == CUT;
        };
    }

    /** One of some values. */
    public static FlowValue either(List<FlowValue> values) {
        Set<FlowValue> distinct = new LinkedHashSet<>();
        for (FlowValue value : values) {
            distinct.addAll(alternatives(value));
        }
        if (distinct.size() > 1) {
            distinct.remove(CYCLE);
        }
        List<FlowValue> kept = new ArrayList<>(distinct);
        if (kept.isEmpty()) {
            return CYCLE;
        }
        if (kept.size() == 1) {
            return kept.getFirst();
        }
        if (kept.size() > MAXIMUM_ALTERNATIVES) {
            kept = new ArrayList<>(kept.subList(0, MAXIMUM_ALTERNATIVES));
            kept.add(new FlowValue.Unknown("there are many possible values"));
        }
        return new FlowValue.Either(kept);
    }

    /** A value, or another where it is not set. */
    public static FlowValue orElse(FlowValue value, FlowValue otherwise) {
        Set<String> texts = new LinkedHashSet<>();
        for (FlowValue each : alternatives(otherwise)) {
            if (each instanceof FlowValue.Text text) {
                texts.add(text.value());
            }
        }
        FlowValue marked = each(
                value,
                it -> it instanceof FlowValue.Environment variable && !texts.isEmpty()
                        ? new FlowValue.Environment(variable.name(), texts)
                        : it);
        return either(List.of(marked, otherwise));
    }

    /** The values of which it is one. */
    public static List<FlowValue> alternatives(FlowValue value) {
        return value instanceof FlowValue.Either either ? either.values() : List.of(value);
    }

    /** What becomes of each alternative. */
    public static FlowValue each(FlowValue value, Function<FlowValue, FlowValue> function) {
        if (value instanceof FlowValue.Either alternatives) {
            List<FlowValue> results = new ArrayList<>();
            alternatives.values().forEach(it -> results.add(function.apply(it)));
            return either(results);
        }
        return function.apply(value);
    }

    /**
     * The values at a path of names within maps, objects and the elements of lists.
     *
     * @param whole whether what is not known is a map that may have such an entry, which is then told
     */
    public static List<FlowValue> inside(FlowValue value, List<String> names, boolean whole) {
        if (names.isEmpty()) {
            return List.of(value);
        }
        String name = names.getFirst();
        List<String> rest = names.subList(1, names.size());
        List<FlowValue> found = new ArrayList<>();
        for (FlowValue each : alternatives(value)) {
            switch (each) {
                case FlowValue.MapOf map -> entries(map.entries(), name, rest, found);
                case FlowValue.Instance made when made.made() != null -> entries(made.arguments(), name, rest, found);
                case FlowValue.ListOf list -> list.items().forEach(item -> found.addAll(inside(item, names, whole)));
                default -> {
                    if (whole) {
                        found.addAll(inside(new FlowValue.Item(each, new FlowValue.Text(name)), rest, true));
                    }
                }
            }
        }
        return found;
    }

    private static void entries(List<FlowArgument> entries, String name, List<String> rest, List<FlowValue> found) {
        for (FlowArgument entry : entries) {
            if (name.equals(entry.name())) {
                found.addAll(inside(entry.value(), rest, true));
            } else if (entry.name() == null && entry.value() instanceof FlowValue.MapOf options) {
                entries(options.entries(), name, rest, found);
            } else if (entry.spread()) {
                found.addAll(inside(new FlowValue.Item(entry.value(), new FlowValue.Text(name)), rest, true));
            }
        }
    }

    /** A text made of parts; alternatives of parts become alternatives of the text, as long as they are few. */
    public static FlowValue concatenation(List<FlowValue> parts) {
        List<List<FlowValue>> combinations = new ArrayList<>();
        combinations.add(List.of());
        for (FlowValue part : parts) {
            List<FlowValue> alternatives = alternatives(part);
            boolean many = combinations.size() * alternatives.size() > MAXIMUM_COMBINATIONS;
            List<List<FlowValue>> next = new ArrayList<>();
            for (List<FlowValue> before : combinations) {
                for (FlowValue alternative : many ? List.of(part) : alternatives) {
                    List<FlowValue> combination = new ArrayList<>(before);
                    append(combination, alternative);
                    next.add(combination);
                }
            }
            combinations = next;
        }
        List<FlowValue> texts = new ArrayList<>();
        for (List<FlowValue> combination : combinations) {
            texts.add(
                    combination.size() == 1 && combination.getFirst() instanceof FlowValue.Text text
                            ? text
                            : new FlowValue.Concatenation(combination));
        }
        return either(texts);
    }

    private static void append(List<FlowValue> parts, FlowValue part) {
        switch (part) {
            case FlowValue.Concatenation inner -> inner.parts().forEach(it -> append(parts, it));
            case FlowValue.Scalar scalar -> append(parts, new FlowValue.Text(scalar.written()));
            case FlowValue.Text text
            when !parts.isEmpty() && parts.getLast() instanceof FlowValue.Text before -> {
                parts.removeLast();
                parts.add(new FlowValue.Text(before.value() + text.value()));
            }
            // What a loop adds to again and again is said once.
            default -> {
                if (part != CYCLE || parts.isEmpty() || parts.getLast() != CYCLE) {
                    parts.add(part);
                }
            }
        }
    }
}
