package dev.parapet.core.rule.function;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What texts hold: {@code json(x)}, {@code parts(x)}. */
final class TextFunctions implements FunctionFamily {
    private static final Position START = new Position(1, 1);

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("json", 1), Signature.of("parts", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        Datum value = arguments.get(0);
        return function.equals("json") ? json(value, evaluation) : parts(value);
    }

    /** A text read as JSON; null where it is none, and what is a mapping or list already as it is. */
    static Datum json(Datum datum, Evaluation evaluation) {
        Value value = valueOf(datum);
        if (value == null || value instanceof Value.Reference || value instanceof Value.DynamicReference) {
            Datum.Unknown unknown = Datum.unknown(datum);
            return unknown != null ? new Datum.Unknown(unknown.missing(), false, unknown.basis()) : datum;
        }
        evaluation.step(value instanceof Value.Text text ? 1 + text.text().length() / 8 : 8);
        Value parsed = parse(value);
        return parsed == null ? new Datum.Null(datum.basis()) : evaluation.datum(parsed);
    }

    /** The value that a text holds as JSON; null when it is none. */
    static @Nullable Value parse(Value text) {
        return JsonText.parse(text) instanceof JsonText.Result.Parsed(Value value) ? value : null;
    }

    /** The text that a datum is, known whole or in part; null for what is no text. */
    static @Nullable Value valueOf(Datum datum) {
        return switch (datum) {
            case Datum.Text(String text, Basis basis) -> {
                Span span = basis.span();
                yield new Value.Text(text, span == null ? new Span("", START, START) : span);
            }
            case Datum.Partial partial -> partial.value();
            default -> null;
        };
    }

    private static Datum parts(Datum datum) {
        return switch (datum) {
            case Datum.Text text -> new Datum.Listing(List.of(text), text.basis());
            case Datum.Partial(Value value, Basis basis) -> {
                List<Datum> parts = new ArrayList<>();
                if (value instanceof Value.Composed composed) {
                    for (Value part : composed.parts()) {
                        if (part instanceof Value.Text known) {
                            parts.add(new Datum.Text(known.text(), basis));
                        }
                    }
                }
                yield new Datum.Listing(parts, basis);
            }
            case Datum.Listing(List<Datum> texts, Basis basis) -> {
                List<Datum> parts = new ArrayList<>();
                for (Datum text : texts) {
                    if (!(text instanceof Datum.Listing) && parts(text) instanceof Datum.Listing some) {
                        parts.addAll(some.items());
                    }
                }
                yield new Datum.Listing(parts, basis);
            }
            default -> new Datum.Listing(List.of(), datum.basis());
        };
    }
}
