package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.util.List;

/** Functions that belong together. */
public interface FunctionFamily {
    /** What they are called and how many arguments they take. */
    List<Signature> signatures();

    /**
     * Calls one of them.
     *
     * @param function its name
     * @param arguments as many as it takes, none of them a failure
     */
    Datum call(String function, List<Datum> arguments, Evaluation evaluation);
}
