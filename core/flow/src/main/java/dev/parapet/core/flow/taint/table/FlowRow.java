package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table.
 *
 * @param word what it says
 * @param kinds for which kinds; {@code *} for all. Of a source or fact, its name
 * @param callee which calls, or of sources which values
 * @param parameters the parameters that matter, in the order of the positions
 */
public record FlowRow(Word word, Set<String> kinds, CalleePattern callee, List<Parameter> parameters) {
    public FlowRow {
        kinds = Set.copyOf(kinds);
        parameters = List.copyOf(parameters);
    }

    /** What a line says of what it names. */
    public enum Word {
        /** A caller chooses this value. */
        SOURCE,
        /** A caller does not choose this part of the event. */
        FIXED,
        /** The call gives back what it is given, in another form. */
        CARRY,
        /** What the call gives is harmless for a kind of use. */
        CLEAN,
        /** What the call says is true is harmless for a kind of use. */
        CHECK,
        /** What is given to the call must not be a caller's choice. */
        SINK,
        /** The call is worth a word by itself. */
        FACT,
        /** The call hands requests to the functions that it is given. */
        ROUTE;

        /** The word as tables write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A parameter of a call.
     *
     * @param name its name; empty where only its position counts
     * @param marked whether it is what the line is about
     * @param values what it must be for the line to hold; empty for anything, also for nothing
     * @param negated whether it must be none of the values
     * @param rest whether it stands for all positions from here on
     */
    public record Parameter(String name, boolean marked, List<String> values, boolean negated, boolean rest) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /** Whether the line is about a kind. */
    public boolean isAbout(String kind) {
        return kinds.contains(kind) || kinds.contains("*");
    }

    /** Whether the arguments are what the line asks for. */
    public boolean holds(List<FlowArgument> arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.values().isEmpty()) {
                FlowValue value = argument(parameter.name(), i, arguments);
                boolean one = value == null
                        ? parameter.values().contains("absent")
                        : Values.alternatives(value).stream().anyMatch(it -> isOneOf(it, parameter.values()));
                if (one == parameter.negated()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOneOf(FlowValue value, List<String> values) {
        String text = switch (value) {
            case FlowValue.Text it -> it.value();
            case FlowValue.Scalar it -> it.written();
            case FlowValue.Nothing ignored -> "null";
            case FlowValue.Member ignored -> CalleePath.text(CalleePath.of(value));
            case FlowValue.Global it -> it.name();
            default -> null;
        };
        for (String wanted : values) {
            boolean any = wanted.equals("present");
            boolean literal = wanted.equals("text") && text != null && !text.equals("null");
            if (any
                    || literal
                    || text != null
                            && (wanted.equalsIgnoreCase(text)
                                    || wanted.startsWith("*")
                                            && text.toLowerCase(Locale.ROOT)
                                                    .endsWith(
                                                            wanted.substring(1).toLowerCase(Locale.ROOT))
                                    || wanted.endsWith("*")
                                            && text.toLowerCase(Locale.ROOT)
                                                    .startsWith(wanted.substring(0, wanted.length() - 1)
                                                            .toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    /** The indexes of the arguments that the line is about; all where it marks no parameter. */
    public List<Integer> marked(List<FlowArgument> arguments) {
        boolean all = parameters.stream().noneMatch(Parameter::marked);
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            if (all || isMarked(index, arguments)) {
                found.add(index);
            }
        }
        return found;
    }

    private boolean isMarked(int index, List<FlowArgument> arguments) {
        FlowArgument argument = arguments.get(index);
        int position = 0;
        for (int i = 0; i < index; i++) {
            position += arguments.get(i).name() == null ? 1 : 0;
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            boolean meant = argument.name() == null
                    ? i == position || parameter.rest() && i <= position
                    : parameter.name().equals(argument.name());
            if (meant && parameter.marked()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable FlowValue argument(String name, int position, List<FlowArgument> arguments) {
        int passed = 0;
        for (FlowArgument argument : arguments) {
            if (argument.name() != null ? argument.name().equals(name) : passed == position) {
                return argument.value();
            }
            passed += argument.name() == null ? 1 : 0;
        }
        // Options are handed over as one object in some languages.
        for (FlowArgument argument : arguments) {
            if (!name.isEmpty() && argument.value() instanceof FlowValue.MapOf options && options.get(name) != null) {
                return options.get(name);
            }
        }
        return null;
    }
}
