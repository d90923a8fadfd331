package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
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
        /** A caller chooses this value; of a kind of its own, what must not get to the sinks of that kind. */
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
        /** The call gives what another host answers. */
        ANSWER,
        /**
         * The call checks what it is given by a schema: that of its parameter {@code schema}, or what its method is called on. Its kinds
         * say what it gives: {@code given}, {@code value} or {@code data} the same, or a field of that name; {@code checked} nothing of it;
         * {@code decorator} checks what the function is called with.
         */
        SCHEMA,
        /** What is put into a variable, field or entry whose name ends with these words must not be a source of the kind. */
        NAMED,
        /** An environment variable whose name ends with these words is a source of the kind. */
        VARIABLE;

        /** The word as tables write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A parameter of a call.
     *
     * @param name its name; empty where only its position counts
     * @param option whether it is never told by its position: handed over by its name, or in an object of options
     * @param marked whether it is what the line is about
     * @param values what it must be for the line to hold; empty for anything, also for nothing
     * @param negated whether it must be none of the values
     * @param written whether it must be written out besides, at least its beginning
     * @param rest whether it stands for all positions from here on
     */
    public record Parameter(
            String name,
            boolean marked,
            List<String> values,
            boolean negated,
            boolean written,
            boolean rest,
            boolean option) {
        public Parameter {
            values = List.copyOf(values);
        }
    }

    /**
     * An argument that a line is about.
     *
     * @param index which of the arguments; {@link #RECEIVER} for what the method is called on
     * @param option the name in the object that is handed over, where the line is about one of its values alone
     * @param value the argument or that value
     */
    public record Use(int index, @Nullable String option, FlowValue value) {
        /** The place of what a method is called on. */
        public static final int RECEIVER = -1;
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
                FlowValue value = argument(parameter, i, arguments);
                boolean one = value == null
                        ? parameter.values().contains("absent")
                        : Values.alternatives(value).stream().anyMatch(it -> isOneOf(it, parameter.values()));
                boolean written = !parameter.written()
                        || value != null && Values.alternatives(value).stream().allMatch(FlowRow::isWritten);
                if (one == parameter.negated() || !written) {
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
            case FlowValue.Instance it -> CalleePath.text(CalleePath.of(it.type()));
            case FlowValue.Concatenation it -> beginning(it);
            default -> null;
        };
        if (text != null && values.stream().anyMatch(it -> it.startsWith("!") && fits(text, it.substring(1)))) {
            return false;
        }
        for (String wanted : values) {
            boolean literal = wanted.equals("text")
                    && value instanceof FlowValue.Text written
                    && !written.value().isEmpty();
            if (wanted.equals("present") || literal || text != null && fits(text, wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is what a table writes; {@code *} at an end of that is any text. */
    private static boolean fits(String text, String wanted) {
        String lower = text.toLowerCase(Locale.ROOT);
        String end = wanted.toLowerCase(Locale.ROOT);
        return lower.equals(end)
                || end.startsWith("*") && lower.endsWith(end.substring(1))
                || end.endsWith("*") && lower.startsWith(end.substring(0, end.length() - 1));
    }

    private static boolean isWritten(FlowValue value) {
        return value instanceof FlowValue.Text
                || value instanceof FlowValue.Concatenation text && beginning(text) != null;
    }

    /** What is written out at the beginning of a text that is put together. */
    private static @Nullable String beginning(FlowValue.Concatenation text) {
        return text.parts().getFirst() instanceof FlowValue.Text first ? first.value() + "…" : null;
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

    /** The arguments that the line is about, and values in objects of options; all where it marks no parameter. */
    public List<Use> uses(List<FlowArgument> arguments) {
        List<Use> found = new ArrayList<>();
        for (int index : marked(arguments)) {
            found.add(new Use(index, null, arguments.get(index).value()));
        }
        for (Parameter parameter : parameters) {
            String[] names = parameter.name().split("\\.", -1);
            for (int index = 0; parameter.marked() && parameter.option() && index < arguments.size(); index++) {
                FlowArgument argument = arguments.get(index);
                // .Destination.ToAddresses: within an argument of its own, else in an object of options
                boolean own = names[0].equals(argument.name());
                if (own ? names.length > 1 : argument.name() == null) {
                    List<String> rest = List.of(names).subList(own ? 1 : 0, names.length);
                    for (FlowValue entry : Values.inside(argument.value(), rest, argument.spread())) {
                        found.add(new Use(index, parameter.name(), entry));
                    }
                }
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
                    ? !parameter.option() && (i == position || parameter.rest() && i <= position)
                    : parameter.name().equals(argument.name());
            if (meant && parameter.marked()) {
                return true;
            }
        }
        return false;
    }

    /** The argument of the first parameter that has such a name; null where it is not handed over. */
    public @Nullable FlowValue argument(Predicate<String> name, List<FlowArgument> arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            if (name.test(parameters.get(i).name())) {
                return argument(parameters.get(i), i, arguments);
            }
        }
        return null;
    }

    private static @Nullable FlowValue argument(Parameter parameter, int position, List<FlowArgument> arguments) {
        String name = parameter.name();
        int passed = 0;
        for (FlowArgument argument : arguments) {
            if (argument.name() != null ? argument.name().equals(name) : !parameter.option() && passed == position) {
                return argument.value();
            }
            passed += argument.name() == null ? 1 : 0;
        }
        // Options are handed over as one object in some languages.
        for (FlowArgument argument : arguments) {
            for (FlowValue value : name.isEmpty() ? List.<FlowValue>of() : Values.alternatives(argument.value())) {
                if (value instanceof FlowValue.MapOf options && options.get(name) != null) {
                    return options.get(name);
                }
            }
        }
        return null;
    }
}
