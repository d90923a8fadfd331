package dev.parapet.core.rule.function;

import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Maps;
import dev.parapet.core.rule.evaluation.Truths;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.core.rule.secret.SecretText;
import dev.parapet.core.rule.secret.Secrets;
import dev.parapet.model.Provenance;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;

/**
 * What is written out in a template: {@code isLiteral(x)}, {@code looksLikeSecret(name, x)}, {@code isPlaintext(x)},
 * {@code resolvesSecret(x)}, {@code resolvedParameter(x)}, {@code isHiddenParameter(x)}, {@code holdsSecret(x)}.
 */
final class LiteralFunctions implements FunctionFamily {
    private static final int MAX_DEPTH = 60;
    private static final int PLACES = 20;

    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.predicate("isLiteral", 1),
                Signature.predicate("looksLikeSecret", 2),
                Signature.predicate("isPlaintext", 1),
                Signature.predicate("resolvesSecret", 1),
                Signature.of("resolvedParameter", 1),
                Signature.predicate("isHiddenParameter", 1),
                Signature.predicate("holdsSecret", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum value = arguments.get(arguments.size() - 1);
        Basis basis = value.basis();
        switch (function) {
            case "isPlaintext" -> {
                return secret(Plaintext.is(value, evaluation), value, evaluation);
            }
            case "resolvesSecret" -> {
                return new Datum.Bool(value instanceof Datum.Partial partial && resolvesSecret(partial.value()), basis);
            }
            case "resolvedParameter" -> {
                return value instanceof Datum.Partial(Value.DynamicReference reference, Basis ignored)
                                && reference.service().equals("ssm")
                        ? new Datum.Text(reference.key(), basis)
                        : new Datum.Null(basis);
            }
            case "isHiddenParameter" -> {
                return new Datum.Bool(Plaintext.isHiddenParameter(value, evaluation), basis);
            }
            case "holdsSecret" -> {
                return holdsSecret(value, 0, evaluation);
            }
            default -> {}
        }
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
        return secret(Secrets.looksLikeSecret(name, text), value, evaluation);
    }

    /** Whether a value is a secret; one that is must be told nowhere. */
    private static Datum secret(boolean isSecret, Datum value, Evaluation evaluation) {
        if (isSecret) {
            String text = switch (value) {
                case Datum.Text(String known, Basis ignored) -> known;
                case Datum.Int(long known, Basis ignored) -> String.valueOf(known);
                case Datum.Real(double known, Basis ignored) -> String.valueOf(known);
                default -> "";
            };
            for (Basis.Place place : value.basis().places(PLACES)) {
                evaluation.secrets().add(text, place.span(), place.provenance());
            }
        }
        return new Datum.Bool(isSecret, value.basis());
    }

    private static Datum holdsSecret(String text, Basis basis, Evaluation evaluation) {
        evaluation.step(1 + text.length() / 8);
        boolean holds = SecretText.holdsSecret(text);
        if (holds) {
            for (Basis.Place place : basis.places(PLACES)) {
                evaluation.secrets().addFrom(text, place.span(), place.provenance());
            }
        }
        return new Datum.Bool(holds, basis);
    }

    /** Whether the provider puts the value of a secret in while it deploys. */
    private static boolean resolvesSecret(Value value) {
        return value instanceof Value.DynamicReference dynamic
                        && !dynamic.service().equals("ssm")
                || value instanceof Value.Composed composed
                        && composed.parts().stream().anyMatch(LiteralFunctions::resolvesSecret);
    }

    /** Whether a credential stands somewhere in a text, or in the texts of a mapping or list. */
    private static Datum holdsSecret(Datum value, int depth, Evaluation evaluation) {
        evaluation.step(1);
        Datum found = new Datum.Bool(false, value.basis());
        if (depth > MAX_DEPTH) {
            return found;
        }
        switch (value) {
            case Datum.Listing(List<Datum> items, Basis ignored) -> {
                for (Datum item : items) {
                    found = Truths.or(found, holdsSecret(item, depth + 1, evaluation));
                }
            }
            case Datum.Structure structure -> {
                for (Map.Entry<Object, Datum> entry :
                        Maps.entries(structure, evaluation).entrySet()) {
                    Datum inner = entry.getValue();
                    if (inner instanceof Datum.Text(String text, Basis ignored)
                            && Secrets.looksLikeSecret(entry.getKey().toString(), text)) {
                        found = Truths.or(found, secret(true, inner, evaluation));
                    }
                    found = Truths.or(found, holdsSecret(inner, depth + 1, evaluation));
                }
            }
            case Datum.Text(String text, Basis basis) -> {
                return holdsSecret(text, basis, evaluation);
            }
            case Datum.Partial(Value partial, Basis basis) -> {
                if (partial instanceof Value.Composed composed) {
                    for (Value part : composed.parts()) {
                        if (part instanceof Value.Text text) {
                            found = Truths.or(found, holdsSecret(text.text(), basis, evaluation));
                        }
                    }
                }
            }
            default -> {}
        }
        return found;
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
