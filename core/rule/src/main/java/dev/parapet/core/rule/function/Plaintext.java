package dev.parapet.core.rule.function;

import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.model.Provenance;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody who may read a template, or its stack, can read a value: one that is written out, or one of a parameter that has a
 * default or no <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">{@code
 * NoEcho}</a>. What another resource gives, Secrets Manager, or a SecureString is not, and neither is nothing (an empty text).
 */
final class Plaintext {
    private static final String PARAMETER = "Parameter ";

    private Plaintext() {}

    static boolean is(Datum datum, Evaluation evaluation) {
        return switch (datum) {
            case Datum.Text text -> !text.text().isEmpty() && !isGivenInSecret(text.basis());
            case Datum.Int number -> !isGivenInSecret(number.basis());
            case Datum.Real number -> !isGivenInSecret(number.basis());
            case Datum.Partial(Value value, Basis ignored) -> isReadable(value);
            case Datum.Unknown unknown -> isShownParameter(unknown, evaluation);
            case Datum.Null ignored -> false;
            case Datum.Bool ignored -> false;
            case Datum.Listing ignored -> false;
            case Datum.Structure ignored -> false;
            case Datum.Dictionary ignored -> false;
            case Datum.Item ignored -> false;
            case Datum.Failure ignored -> false;
        };
    }

    /** A {@code NoEcho} parameter keeps what it is given, but not its default. */
    private static boolean isGivenInSecret(Basis basis) {
        List<Basis.Place> places = basis.places(1);
        Provenance provenance = places.isEmpty() ? null : places.get(0).provenance();
        return provenance != null
                && provenance.text().contains("(NoEcho)")
                && !provenance.text().endsWith("by default");
    }

    private static boolean isReadable(Value value) {
        if (value instanceof Value.Composed composed) {
            return composed.parts().stream().allMatch(Plaintext::isReadable);
        }
        return value instanceof Value.Text
                || value instanceof Value.DynamicReference dynamic
                        && dynamic.service().equals("ssm");
    }

    /** Whether a value is what a {@code NoEcho} parameter is given. */
    static boolean isHiddenParameter(Datum datum, Evaluation evaluation) {
        if (datum instanceof Datum.Unknown unknown) {
            Value.Unresolved parameter = parameter(unknown, evaluation);
            return parameter != null && parameter.reason().contains("(NoEcho)");
        }
        return datum instanceof Datum.Text text && isGivenInSecret(text.basis());
    }

    private static boolean isShownParameter(Datum.Unknown unknown, Evaluation evaluation) {
        Value.Unresolved parameter = parameter(unknown, evaluation);
        return parameter != null && !parameter.reason().contains("(NoEcho)");
    }

    /** The parameter of the template that an unknown value comes from alone. */
    private static Value.@Nullable Unresolved parameter(Datum.Unknown unknown, Evaluation evaluation) {
        Node self = evaluation.self();
        if (self.resource() == null
                || unknown.missing().size() != 1
                || !unknown.missing().first().startsWith(PARAMETER)) {
            return null;
        }
        String name = unknown.missing().first().substring(PARAMETER.length());
        for (Stack stack : evaluation.graph().stacks()) {
            if (stack.id().equals(self.resource().id().stack())) {
                return stack.parameters().get(name) instanceof Value.Unresolved unresolved ? unresolved : null;
            }
        }
        return null;
    }
}
