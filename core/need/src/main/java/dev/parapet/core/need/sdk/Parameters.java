package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parameters of an API call come from, as a table says it: {@code Bucket=1|Bucket,Key=^0.key}.
 *
 * <p>A source is a position or the name of an argument; alternatives are separated by {@code |}, and {@code .NAME} is an entry of a map.
 * {@code ^} in front means what the object was made with whose method is called, {@code i.NAME} the identifier of a resource, {@code p.NAME} an argument by its name,
 * {@code s.TEXT} a text, {@code in} the next argument by position or the parameter's name in Python's spelling, {@code ?} nothing that
 * is known; {@code n.SOURCE} is a source only where it is a text or made of texts and variables of the environment; {@code keys.SOURCE} and {@code values.SOURCE} make a list of a map. The parameter {@code *} stands for all entries of its source.
 */
record Parameters(List<Parameter> parameters) {
    /** Takes a URL apart into two parameters: {@link ObjectUrl}. */
    private static final String OBJECT = "Bucket+Key";

    record Parameter(String name, List<String> sources) {}

    /** What there is to take values from. */
    record Given(List<FlowArgument> arguments, List<FlowArgument> madeWith, Map<String, FlowValue> identifiers) {}

    /** Reads {@code NAME=SOURCE,…}; {@code -} is none. */
    static Parameters parse(String text) {
        List<Parameter> parameters = new ArrayList<>();
        int passed = 0;
        for (String part : text.equals("-") ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = part.substring(0, equals);
            String source = part.substring(equals + 1);
            List<String> sources = switch (source) {
                case "in" -> List.of(String.valueOf(passed++), snake(name));
                case "?" -> List.of();
                default -> List.of(source.split("\\|", -1));
            };
            parameters.add(new Parameter(name, sources));
        }
        return new Parameters(List.copyOf(parameters));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The parameters that are given. */
    List<FlowArgument> of(Given given) {
        List<FlowArgument> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            for (String source : parameter.sources()) {
                FlowValue value = value(source, given);
                if (value != null) {
                    if (parameter.name().equals("*")) {
                        values.addAll(entries(value));
                    } else if (parameter.name().equals(OBJECT)) {
                        values.addAll(ObjectUrl.parameters(value));
                    } else {
                        values.add(new FlowArgument(parameter.name(), value));
                    }
                    break;
                }
            }
        }
        return values;
    }

    /** The value of the first source that is given; null where none is. */
    static @Nullable FlowValue first(String sources, Given given) {
        for (String source : sources.split("\\|", -1)) {
            FlowValue value = value(source, given);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable FlowValue value(String source, Given given) {
        if (source.startsWith("s.")) {
            return new FlowValue.Text(source.substring(2));
        }
        if (source.startsWith("p.")) {
            return argument(source.substring(2), given.arguments());
        }
        if (source.startsWith("n.")) {
            FlowValue named = value(source.substring(2), given);
            return named != null && Values.alternatives(named).stream().allMatch(Parameters::isName) ? named : null;
        }
        if (source.startsWith("i.")) {
            return given.identifiers().get(source.substring(2));
        }
        if (source.startsWith("keys.")) {
            FlowValue map = value(source.substring("keys.".length()), given);
            return map == null ? null : listed(map, true);
        }
        if (source.startsWith("values.")) {
            FlowValue map = value(source.substring("values.".length()), given);
            return map == null ? null : listed(map, false);
        }
        boolean made = source.startsWith("^");
        String[] steps = (made ? source.substring(1) : source).split("\\.", -1);
        FlowValue value = argument(steps[0], made ? given.madeWith() : given.arguments());
        for (int i = 1; i < steps.length && value != null; i++) {
            value = entry(value, steps[i]);
        }
        return value;
    }

    private static boolean isName(FlowValue value) {
        return value instanceof FlowValue.Text
                || value instanceof FlowValue.Environment
                || value instanceof FlowValue.Concatenation;
    }

    /** The keys or values of a map. */
    private static FlowValue listed(FlowValue value, boolean keys) {
        return value instanceof FlowValue.MapOf map
                ? new FlowValue.ListOf(map.entries().stream()
                        .map(it -> !keys
                                ? it.value()
                                : it.name() == null
                                        ? new FlowValue.Unknown("the key is computed")
                                        : new FlowValue.Text(it.name()))
                        .toList())
                : new FlowValue.Item(value, null);
    }

    /** An argument by its position or name. */
    static @Nullable FlowValue argument(String which, List<FlowArgument> arguments) {
        boolean position = Character.isDigit(which.charAt(0));
        int at = position ? Integer.parseInt(which) : -1;
        int passed = 0;
        for (FlowArgument argument : arguments) {
            if (position
                    ? argument.name() == null && !argument.spread() && passed++ == at
                    : which.equals(argument.name())) {
                return argument.value();
            }
        }
        return null;
    }

    /** An entry of a map; what is not a map literal has it perhaps. */
    static @Nullable FlowValue entry(FlowValue value, String key) {
        List<FlowValue> found = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case FlowValue.MapOf map -> {
                    FlowValue entry = map.get(key);
                    if (entry != null) {
                        found.add(entry);
                    }
                }
                case FlowValue.Nothing ignored -> {}
                case FlowValue.Scalar ignored -> {}
                case FlowValue.Text ignored -> {}
                default -> found.add(new FlowValue.Item(it, new FlowValue.Text(key)));
            }
        }
        return found.isEmpty() ? null : Values.either(found);
    }

    /** The entries of a map as parameters; of several maps, all of them; what is not known is spread. */
    static List<FlowArgument> entries(FlowValue value) {
        List<FlowArgument> entries = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case FlowValue.MapOf map -> entries.addAll(map.entries());
                case FlowValue.Nothing ignored -> {}
                case FlowValue other -> entries.add(new FlowArgument(null, other, true));
            }
        }
        return entries;
    }
}
