package dev.parapet.core.flow.value;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function that is being followed.
 *
 * <p>Compared by identity: a record would compare whole trees.
 */
public final class Frame {
    private final FunctionDeclaration function;
    private final List<FlowArgument> arguments;
    private final @Nullable FlowValue receiver;
    private final @Nullable Frame around;
    private final Map<Expression, FlowValue> known = memory();

    /**
     * A call.
     *
     * @param receiver the object whose method is called
     * @param around the call in which the function was made
     */
    public Frame(
            FunctionDeclaration function,
            List<FlowArgument> arguments,
            @Nullable FlowValue receiver,
            @Nullable Frame around) {
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.receiver = receiver;
        this.around = around;
    }

    /** The call of {@code called} that this is, or in which this function was made; null where there is none. */
    public @Nullable Frame of(FunctionDeclaration called) {
        for (Frame frame = this; frame != null; frame = frame.around) {
            if (frame.function == called) {
                return frame;
            }
        }
        return null;
    }

    /** What the function is called with. */
    public List<FlowArgument> arguments() {
        return arguments;
    }

    /** The object that {@code this} is in it; null where that is any. */
    public @Nullable FlowValue receiver() {
        for (Frame frame = this; frame != null; frame = frame.around) {
            if (frame.receiver != null) {
                return frame.receiver;
            }
        }
        return null;
    }

    /** What is known by now of expressions in this call, by identity. */
    public Map<Expression, FlowValue> known() {
        return known;
    }

    /** A map of expressions by identity. */
    @SuppressWarnings("IdentityHashMapUsage") // Whoever holds it as a map puts in and takes out, and compares nothing.
    public static Map<Expression, FlowValue> memory() {
        return new IdentityHashMap<>();
    }
}
