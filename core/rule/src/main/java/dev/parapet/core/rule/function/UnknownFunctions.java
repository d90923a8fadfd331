package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.util.List;

/** {@code unknown(missing)}: what a template cannot tell, for want of what the text names. */
final class UnknownFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("unknown", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        return arguments.get(0) instanceof Datum.Text(String missing, Basis ignored)
                ? Datum.Unknown.of(missing, false, Basis.NONE)
                : new Datum.Failure("unknown() takes a text that says what is missing");
    }
}
