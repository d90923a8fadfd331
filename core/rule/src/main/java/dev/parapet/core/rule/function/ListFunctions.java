package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.util.List;

/** {@code list(x)}: what may be one or several, as several, for policies and others write a list of one as its item. */
final class ListFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("list", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        return switch (arguments.get(0)) {
            case Datum.Null nothing -> new Datum.Listing(List.of(), nothing.basis());
            case Datum.Listing listing -> listing;
            case Datum.Unknown unknown -> unknown;
            case Datum other -> new Datum.Listing(List.of(other), other.basis());
        };
    }
}
