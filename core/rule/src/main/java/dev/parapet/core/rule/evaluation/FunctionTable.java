package dev.parapet.core.rule.evaluation;

import java.util.List;

/** The functions that expressions may call besides the standard ones. */
public interface FunctionTable {
    /**
     * Calls a function.
     *
     * @param function its name
     * @param arguments as many as it takes
     * @return what it gives; {@link Datum.Failure} for arguments that make no sense
     */
    Datum call(String function, List<Datum> arguments, Evaluation evaluation);
}
