package dev.parapet.core.flow;

import dev.parapet.model.Fault;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.Handler;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the code of one function does.
 *
 * @param function the function: the text of its {@link dev.parapet.model.ResourceId}, or the path of a file that no template names
 * @param handler where it begins; empty where that was not found
 * @param code the project as this function sees it
 * @param reached what its handler reaches; empty where its code was not read, in which case there is exactly one fault that says
 *     why
 * @param faults what of its code could not be read
 */
public record FunctionBehaviour(
        String function, Optional<Handler> handler, CodeBase code, Optional<Reached> reached, List<Fault> faults) {
    public FunctionBehaviour {
        faults = List.copyOf(faults);
    }

    /**
     * What is reached from a handler.
     *
     * @param faults what of the code could not be read, asked when it was followed
     */
    public static FunctionBehaviour followed(
            String function, Handler handler, CodeBase code, Supplier<List<Fault>> faults) {
        Optional<Reached> reached =
                code.file(handler.path()).map(file -> Flow.from(code, file.path(), handler.symbol()));
        return new FunctionBehaviour(function, Optional.of(handler), code, reached, faults.get());
    }
}
