package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Provenance;
import java.util.List;

/** What is written out in a template: {@code isLiteral(x)}, {@code looksLikeSecret(name, x)}. */
final class LiteralFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.predicate("isLiteral", 1), Signature.predicate("looksLikeSecret", 2));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum value = arguments.get(arguments.size() - 1);
        Basis basis = value.basis();
        if (value instanceof Datum.Unknown unknown && !unknown.present()) {
            return unknown;
        }
        if (isGivenElsewhere(basis)) {
            return new Datum.Bool(false, basis);
        }
        if (function.equals("isLiteral")) {
            return new Datum.Bool(
                    value instanceof Datum.Text
                            || value instanceof Datum.Bool
                            || value instanceof Datum.Int
                            || value instanceof Datum.Real,
                    basis);
        }
        String text = switch (value) {
            case Datum.Text(String known, Basis ignored) -> known;
            case Datum.Int whole -> String.valueOf(whole.value());
            default -> null;
        };
        if (text == null) {
            return new Datum.Bool(false, basis);
        }
        String name = switch (arguments.get(0)) {
            case Datum.Text(String known, Basis ignored) -> known;
            default -> "";
        };
        return new Datum.Bool(Secrets.looksLikeSecret(name, text), basis);
    }

    /** Whether a value came from outside the template, or by a parameter that hides what it is. */
    private static boolean isGivenElsewhere(Basis basis) {
        List<Basis.Place> places = basis.places(1);
        Provenance provenance = places.isEmpty() ? null : places.get(0).provenance();
        return provenance != null
                && provenance.text().startsWith("parameter ")
                && (provenance.text().contains("(NoEcho)") || !provenance.text().endsWith("by default"));
    }
}
