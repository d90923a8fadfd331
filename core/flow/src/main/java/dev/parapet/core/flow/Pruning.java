package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps values small: parts that share parts, written out, double with each step. What is called stays whole as long as it can,
 * what it is given is cut first.
 */
final class Pruning {
    /** Parts that a value may have. */
    private static final int MAXIMUM_PARTS = 400;

    private Pruning() {}

    static FlowValue of(FlowValue value) {
        FlowValue pruned = value;
        for (int depth = 6; parts(pruned, MAXIMUM_PARTS) <= 0; depth -= 2) {
            pruned = depth < 0 ? Values.CUT : cut(value, depth);
        }
        return pruned;
    }

    /** What is left of an allowance of parts; at most 0 when there are more. */
    private static int parts(FlowValue value, int allowed) {
        if (allowed <= 0) {
            return 0;
        }
        int left = allowed - 1;
        return switch (value) {
            case FlowValue.Member it -> parts(it.of(), left);
            case FlowValue.Item it -> parts(it.of(), it.key() == null ? left : parts(it.key(), left));
            case FlowValue.Result it -> parts(it.of(), arguments(it.arguments(), left));
            case FlowValue.Instance it -> parts(it.type(), arguments(it.arguments(), left));
            case FlowValue.MapOf it -> arguments(it.entries(), left);
            case FlowValue.ListOf it -> values(it.items(), left);
            case FlowValue.Concatenation it -> values(it.parts(), left);
            case FlowValue.Derived it -> values(it.from(), left);
            case FlowValue.Either it -> values(it.values(), left);
            case ProjectValue.ObjectValue it -> {
                int made = it.arguments() == null ? left : arguments(it.arguments(), left);
                yield it.from() == null ? made : parts(it.from(), made);
            }
            case ProjectValue.FunctionValue it -> it.receiver() == null ? left : parts(it.receiver(), left);
            default -> left;
        };
    }

    private static int values(List<FlowValue> values, int allowed) {
        int left = allowed;
        for (FlowValue value : values) {
            left = parts(value, left);
        }
        return left;
    }

    private static int arguments(List<FlowArgument> arguments, int allowed) {
        int left = allowed;
        for (FlowArgument argument : arguments) {
            left = parts(argument.value(), left);
        }
        return left;
    }

    /** A value without what is deeper than some arguments, entries and elements inside one another. */
    private static FlowValue cut(FlowValue value, int depth) {
        int next = depth - 1;
        return switch (value) {
            case FlowValue.Member it -> new FlowValue.Member(cut(it.of(), depth), it.name());
            case FlowValue.Item it ->
                new FlowValue.Item(cut(it.of(), depth), it.key() == null ? null : cut(it.key(), next));
            case FlowValue.Result it ->
                new FlowValue.Result(cut(it.of(), depth), cutArguments(it.arguments(), next), it.call());
            case FlowValue.Instance it ->
                new FlowValue.Instance(cut(it.type(), depth), cutArguments(it.arguments(), next), it.made());
            case FlowValue.MapOf it -> depth <= 0 ? Values.CUT : new FlowValue.MapOf(cutArguments(it.entries(), next));
            case FlowValue.ListOf it -> depth <= 0 ? Values.CUT : new FlowValue.ListOf(cutValues(it.items(), next));
            case FlowValue.Concatenation it ->
                depth <= 0 ? Values.CUT : new FlowValue.Concatenation(cutValues(it.parts(), next));
            case FlowValue.Derived it ->
                depth <= 0 ? Values.CUT : new FlowValue.Derived(it.how(), cutValues(it.from(), next));
            case FlowValue.Either it -> new FlowValue.Either(cutValues(it.values(), next));
            case ProjectValue.ObjectValue it -> depth <= 0 ? new ProjectValue.ObjectValue(it.type(), null) : it;
            default -> value;
        };
    }

    private static List<FlowValue> cutValues(List<FlowValue> values, int depth) {
        List<FlowValue> cut = new ArrayList<>(values.size());
        values.forEach(value -> cut.add(cut(value, depth)));
        return cut;
    }

    private static List<FlowArgument> cutArguments(List<FlowArgument> arguments, int depth) {
        List<FlowArgument> cut = new ArrayList<>(arguments.size());
        for (FlowArgument argument : arguments) {
            FlowValue value = depth <= 0 && !(argument.value() instanceof FlowValue.Text)
                    ? Values.CUT
                    : cut(argument.value(), depth);
            cut.add(new FlowArgument(argument.name(), value, argument.spread()));
        }
        return cut;
    }
}
