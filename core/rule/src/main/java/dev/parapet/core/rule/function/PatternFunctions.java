package dev.parapet.core.rule.function;

import dev.parapet.core.graph.pattern.EventPatternReader;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What event patterns match: {@code matchesNoEvent(pattern)}. */
final class PatternFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(Signature.predicate("matchesNoEvent", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum pattern = arguments.get(0);
        Value value = value(pattern);
        return switch (pattern) {
            case Datum.Unknown unknown -> unknown;
            case Datum.Null nothing -> new Datum.Bool(false, nothing.basis());
            case Datum other
            when value == null -> new Datum.Failure("matchesNoEvent() takes an event pattern, a mapping or JSON text");
            case Datum known -> {
                evaluation.step(8);
                yield new Datum.Bool(
                        EventPatternReader.read(value) instanceof EventPatternReader.Read.Parsed parsed
                                && parsed.pattern().matchesNoEvent(),
                        known.basis());
            }
        };
    }

    private static @Nullable Value value(Datum pattern) {
        return pattern instanceof Datum.Structure(Value.Mapping mapping, Basis ignored)
                ? mapping
                : TextFunctions.valueOf(pattern);
    }
}
