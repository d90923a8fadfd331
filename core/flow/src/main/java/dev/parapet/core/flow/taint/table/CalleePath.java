package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import java.util.ArrayList;
import java.util.List;

/**
 * How a value was got, as tables name it: {@code sqlite3.connect().cursor().execute} is {@code sqlite3}, {@code connect},
 * {@code ()}, {@code cursor}, {@code ()}, {@code execute}. A call whose first argument is a text is {@code ("s3")}; making an object
 * is a call too.
 */
public final class CalleePath {
    /** A part of which nothing is known. */
    static final String UNKNOWN = "?";

    /** Steps that one path may have; what is longer begins with {@link #UNKNOWN}. */
    private static final int MAXIMUM_STEPS = 32;

    private CalleePath() {}

    /** The steps to a value, the last one last; what is no path to something of a library ends the path with {@link #UNKNOWN}. */
    public static List<String> of(FlowValue value) {
        List<String> steps = new ArrayList<>();
        add(value, steps);
        return steps;
    }

    private static void add(FlowValue value, List<String> steps) {
        switch (value) {
            case FlowValue.Library it ->
                name(it.name().startsWith("node:") ? it.name().substring(5) : it.name(), steps);
            case FlowValue.Global it -> name(it.name(), steps);
            case FlowValue.Member it -> {
                add(it.of(), steps);
                // import x from "x" takes the default of a module that is x itself.
                if (!it.name().equals("default") || !(it.of() instanceof FlowValue.Library)) {
                    step(it.name(), steps);
                }
            }
            case FlowValue.Result it -> {
                add(it.of(), steps);
                // A promise of what a function gives is that function, called the same way.
                if (steps.equals(List.of("util", "promisify"))
                        && !it.arguments().isEmpty()) {
                    steps.clear();
                    add(it.arguments().getFirst().value(), steps);
                } else {
                    step(call(it.arguments()), steps);
                }
            }
            case FlowValue.Instance it -> {
                add(it.type(), steps);
                step(call(it.arguments()), steps);
            }
            case FlowValue.Item it -> {
                add(it.of(), steps);
                step(it.key() instanceof FlowValue.Text key ? key.value() : "[]", steps);
            }
            case FlowValue.Event it -> {
                step("event", steps);
                it.path().forEach(part -> step(field(part), steps));
            }
            case FlowValue.Either it -> add(it.values().getFirst(), steps);
            case ProjectValue.ObjectValue it -> step("project", steps);
            case FlowValue.Text it -> step("text", steps);
            default -> step(UNKNOWN, steps);
        }
    }

    /** The name of a field of the event as JSON has it; types of some languages begin theirs with a capital. */
    public static String field(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static void name(String name, List<String> steps) {
        for (String part : name.split("\\.", -1)) {
            step(part, steps);
        }
    }

    private static void step(String step, List<String> steps) {
        if (steps.size() >= MAXIMUM_STEPS) {
            steps.clear();
            steps.add(UNKNOWN);
        }
        steps.add(step);
    }

    private static String call(List<FlowArgument> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().value() instanceof FlowValue.Text text
                ? "(\"" + text.value() + "\")"
                : "()";
    }

    /** The path as people read it: {@code sqlite3.connect().cursor().execute}. */
    public static String text(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            boolean call = step.startsWith("(");
            text.append(text.isEmpty() || call || step.startsWith("[") ? "" : ".")
                    .append(call ? "()" : step);
        }
        return text.toString();
    }
}
