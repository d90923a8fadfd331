package dev.parapet.core.flow.scope;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.Map;

/**
 * Parameters that a library gives and no caller, because of a decorator: with {@code @durable_step} above it, {@code def pay(context,
 * order)} is called as {@code pay(order)}, and what that gives is called with the context (<a
 * href="https://aws.github.io/aws-durable-execution-docs/sdk-reference/operations/step">Steps</a>).
 */
final class GivenParameters {
    /** Decorators of the SDK for durable functions, and how many of the first parameters they give. */
    private static final Map<String, Integer> GIVEN = Map.of(
            "durable_step", 1,
            "durable_with_child_context", 1,
            "durable_parallel_branch", 1,
            "durable_wait_for_callback", 2);

    private GivenParameters() {}

    /** How many of the first parameters of a function are given to it. */
    static int of(FunctionDeclaration function) {
        int given = 0;
        for (Expression decorator : function.decorators()) {
            given += GIVEN.getOrDefault(Decorators.name(decorator), 0);
        }
        return given;
    }
}
