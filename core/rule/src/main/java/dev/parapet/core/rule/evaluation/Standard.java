package dev.parapet.core.rule.evaluation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The functions of CEL's <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md#list-of-standard-definitions">standard
 * library</a> and string extension that rules may use.
 */
final class Standard {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final int PATTERNS_KEPT = 2_000;

    private Standard() {}

    /** Calls a function; null when the standard library has none of that name. */
    static @Nullable Datum call(String function, List<Datum> data, Evaluation evaluation) {
        return switch (function) {
            case "size" -> size(data.get(0), evaluation);
            case "contains", "startsWith", "endsWith" -> test(function, data.get(0), data.get(1));
            case "matches" -> matches(data.get(0), data.get(1), evaluation);
            case "_+_" -> add(data.get(0), data.get(1), evaluation);
            case "_-_", "_*_", "_/_", "_%_" -> arithmetic(function, data.get(0), data.get(1));
            case "-_" -> arithmetic("_-_", new Datum.Int(0, Basis.NONE), data.get(0));
            case "dyn" -> data.get(0);
            case "string" -> string(data.get(0));
            case "int" -> integer(data.get(0));
            case "double" -> real(data.get(0));
            case "lowerAscii", "upperAscii", "trim" -> changed(function, data.get(0));
            case "split", "replace", "substring", "indexOf" -> texts(function, data, evaluation);
            case "join" -> join(data, evaluation);
            default -> null;
        };
    }

    private static Datum size(Datum datum, Evaluation evaluation) {
        return switch (datum) {
            case Datum.Listing listing -> new Datum.Int(listing.items().size(), listing.basis());
            case Datum.Structure structure ->
                new Datum.Int(Maps.entries(structure, evaluation).size(), structure.basis());
            case Datum.Dictionary dictionary ->
                new Datum.Int(dictionary.entries().size(), dictionary.basis());
            case Datum.Text text ->
                new Datum.Int(text.text().codePointCount(0, text.text().length()), text.basis());
            case Datum.Null(Basis basis) -> new Datum.Int(0, basis);
            case Datum.Unknown unknown -> unknown;
            case Datum.Partial partial -> new Datum.Unknown(Missing.of(partial.value()), true, partial.basis());
            case Datum.Failure failure -> failure;
            case Datum.Bool ignored -> new Datum.Failure("true and false have no size");
            case Datum.Int ignored -> new Datum.Failure("a number has no size");
            case Datum.Real ignored -> new Datum.Failure("a number has no size");
            case Datum.Item ignored -> new Datum.Failure("a node has no size");
        };
    }

    /** A scalar as the text that a template takes it for; null for what is no scalar. */
    private static @Nullable String text(Datum datum) {
        return switch (datum) {
            case Datum.Text text -> text.text();
            case Datum.Bool bool -> String.valueOf(bool.value());
            case Datum.Int whole -> String.valueOf(whole.value());
            case Datum.Real real -> String.valueOf(real.value());
            default -> null;
        };
    }

    private static Datum test(String function, Datum datum, Datum wanted) {
        Basis basis = Basis.both(datum.basis(), wanted.basis());
        if (datum instanceof Datum.Null || wanted instanceof Datum.Null) {
            return new Datum.Bool(false, basis);
        }
        String part = text(wanted);
        if (datum instanceof Datum.Partial partial && part != null) {
            Boolean answer = switch (function) {
                case "contains" -> PartialText.contains(partial.value(), part);
                case "startsWith" -> PartialText.startsWith(partial.value(), part);
                default -> PartialText.endsWith(partial.value(), part);
            };
            return answer == null
                    ? new Datum.Unknown(Missing.of(partial.value()), true, basis)
                    : new Datum.Bool(answer, basis);
        }
        Datum open = open(datum, wanted);
        if (open != null) {
            return open;
        }
        String text = text(datum);
        if (text == null || part == null) {
            return new Datum.Failure(function + "() asks texts, not " + kind(text == null ? datum : wanted));
        }
        boolean answer = switch (function) {
            case "contains" -> text.contains(part);
            case "startsWith" -> text.startsWith(part);
            default -> text.endsWith(part);
        };
        return new Datum.Bool(answer, basis);
    }

    private static String kind(Datum datum) {
        return switch (datum) {
            case Datum.Listing ignored -> "a list";
            case Datum.Structure ignored -> "a mapping";
            case Datum.Dictionary ignored -> "a mapping";
            case Datum.Item ignored -> "a node";
            case Datum.Text ignored -> "a text";
            case Datum.Null ignored -> "what is absent";
            default -> "a number, true or false";
        };
    }

    private static @Nullable Datum open(Datum first, Datum second) {
        Datum.Unknown one = Datum.unknown(first);
        Datum.Unknown other = Datum.unknown(second);
        if (one != null && other != null) {
            return Datum.Unknown.both(one, other);
        }
        return one != null ? one : other;
    }

    private static Datum matches(Datum datum, Datum pattern, Evaluation evaluation) {
        Basis basis = datum.basis();
        if (datum instanceof Datum.Null) {
            return new Datum.Bool(false, basis);
        }
        Datum open = open(datum, pattern);
        if (open != null) {
            return open;
        }
        String text = text(datum);
        if (text == null || !(pattern instanceof Datum.Text(String source, Basis ignored))) {
            return new Datum.Failure("matches() asks a text for a pattern, not " + kind(datum));
        }
        evaluation.step(1 + text.length() / 8);
        Pattern compiled = PATTERNS.get(source);
        if (compiled == null) {
            try {
                compiled = Pattern.compile(source);
            } catch (PatternSyntaxException e) {
                return new Datum.Failure(
                        "the pattern '" + Shown.shorten(source) + "' is not valid: " + e.getDescription());
            }
            if (PATTERNS.size() < PATTERNS_KEPT) {
                PATTERNS.put(source, compiled);
            }
        }
        return new Datum.Bool(compiled.matcher(text).find(), basis);
    }

    private static Datum add(Datum left, Datum right, Evaluation evaluation) {
        if (left instanceof Datum.Listing(List<Datum> first, Basis basis)
                && right instanceof Datum.Listing(List<Datum> second, Basis other)) {
            evaluation.step(first.size() + second.size());
            List<Datum> all = new ArrayList<>(first);
            all.addAll(second);
            return new Datum.Listing(all, Basis.both(basis, other));
        }
        if (isText(left) && isText(right)) {
            Basis basis = Basis.both(left.basis(), right.basis());
            if (left instanceof Datum.Text(String first, Basis ignored)
                    && right instanceof Datum.Text(String second, Basis ignored2)) {
                evaluation.step((first.length() + second.length()) / 64);
                return new Datum.Text(first + second, basis);
            }
            return joined(left, right, basis, evaluation);
        }
        return arithmetic("_+_", left, right);
    }

    private static boolean isText(Datum datum) {
        return datum instanceof Datum.Text || datum instanceof Datum.Partial;
    }

    /** Two texts one after the other, of which at least one is known only in part. */
    private static Datum joined(Datum left, Datum right, Basis basis, Evaluation evaluation) {
        Span span = left instanceof Datum.Partial first
                ? first.value().span()
                : right instanceof Datum.Partial second ? second.value().span() : null;
        if (span == null) {
            return new Datum.Failure("these texts cannot be joined");
        }
        List<Value> parts = new ArrayList<>();
        for (Datum side : List.of(left, right)) {
            if (side instanceof Datum.Partial partial) {
                parts.addAll(PartialText.parts(partial.value()));
            } else if (side instanceof Datum.Text text && !text.text().isEmpty()) {
                parts.add(new Value.Text(text.text(), span));
            }
        }
        evaluation.step(parts.size());
        Datum composed = evaluation.datum(new Value.Composed(parts, span));
        return composed instanceof Datum.Partial partial ? new Datum.Partial(partial.value(), basis) : composed;
    }

    private static Datum arithmetic(String operator, Datum left, Datum right) {
        Datum open = open(left, right);
        if (open != null) {
            return open;
        }
        Basis basis = Basis.both(left.basis(), right.basis());
        Datum first = number(left);
        Datum second = number(right);
        if (first instanceof Datum.Int one && second instanceof Datum.Int other) {
            return whole(operator, one.value(), other.value(), basis);
        }
        if (first != null && second != null && !operator.equals("_%_")) {
            double one = value(first);
            double other = value(second);
            return new Datum.Real(
                    switch (operator) {
                        case "_+_" -> one + other;
                        case "_-_" -> one - other;
                        case "_*_" -> one * other;
                        default -> one / other;
                    },
                    basis);
        }
        return new Datum.Failure(kind(first == null ? left : right) + " cannot be reckoned with");
    }

    private static Datum whole(String operator, long one, long other, Basis basis) {
        try {
            return new Datum.Int(
                    switch (operator) {
                        case "_+_" -> Math.addExact(one, other);
                        case "_-_" -> Math.subtractExact(one, other);
                        case "_*_" -> Math.multiplyExact(one, other);
                        case "_/_" -> Math.divideExact(one, other);
                        default -> other == -1 ? 0 : one % other;
                    },
                    basis);
        } catch (ArithmeticException e) {
            return new Datum.Failure(other == 0 ? "a number is divided by zero" : "a number grows beyond 64 bits");
        }
    }

    /** A datum as a number: a template's {@code "5"} is one; null for what is none. */
    private static @Nullable Datum number(Datum datum) {
        return switch (datum) {
            case Datum.Int whole -> whole;
            case Datum.Real real -> real;
            case Datum.Text text -> {
                Decimal number = Comparison.number(text.text());
                yield number == null ? null : Evaluation.number(number, text.basis());
            }
            default -> null;
        };
    }

    private static double value(Datum number) {
        return switch (number) {
            case Datum.Int whole -> (double) whole.value();
            case Datum.Real real -> real.value();
            default -> Double.NaN;
        };
    }

    private static Datum string(Datum datum) {
        if (datum instanceof Datum.Partial || datum instanceof Datum.Unknown || datum instanceof Datum.Null) {
            return datum;
        }
        String text = text(datum);
        return text == null
                ? new Datum.Failure("string() takes no " + kind(datum).replace("a ", ""))
                : new Datum.Text(text, datum.basis());
    }

    private static Datum integer(Datum datum) {
        Datum.Unknown open = Datum.unknown(datum);
        if (open != null) {
            return open;
        }
        Datum number = number(datum);
        if (number instanceof Datum.Int(long value, Basis ignored)) {
            return new Datum.Int(value, datum.basis());
        }
        if (number instanceof Datum.Real(double value, Basis ignored) && Math.abs(value) < 9.2e18) {
            return new Datum.Int((long) value, datum.basis());
        }
        return new Datum.Failure("int() takes a number, not " + kind(datum));
    }

    private static Datum real(Datum datum) {
        Datum.Unknown open = Datum.unknown(datum);
        if (open != null) {
            return open;
        }
        Datum number = number(datum);
        return number == null
                ? new Datum.Failure("double() takes a number, not " + kind(datum))
                : new Datum.Real(value(number), datum.basis());
    }

    private static Datum changed(String function, Datum datum) {
        if (datum instanceof Datum.Null) {
            return datum;
        }
        Datum.Unknown open = Datum.unknown(datum);
        if (open != null) {
            return open;
        }
        String text = text(datum);
        if (text == null) {
            return new Datum.Failure(function + "() asks a text, not " + kind(datum));
        }
        return new Datum.Text(
                switch (function) {
                    case "trim" -> text.strip();
                    case "lowerAscii" -> ascii(text, 'A', 'Z', 'a' - 'A');
                    default -> ascii(text, 'a', 'z', 'A' - 'a');
                },
                datum.basis());
    }

    private static String ascii(String text, char from, char to, int shift) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= from && c <= to) {
                if (changed == null) {
                    changed = new StringBuilder(text);
                }
                changed.setCharAt(i, (char) (c + shift));
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static Datum texts(String function, List<Datum> data, Evaluation evaluation) {
        if (data.get(0) instanceof Datum.Null) {
            return function.equals("split")
                    ? new Datum.Listing(List.of(), data.get(0).basis())
                    : data.get(0);
        }
        for (Datum datum : data) {
            Datum.Unknown open = Datum.unknown(datum);
            if (open != null) {
                return open;
            }
        }
        String text = text(data.get(0));
        if (text == null) {
            return new Datum.Failure(function + "() asks a text, not " + kind(data.get(0)));
        }
        evaluation.step(1 + text.length() / 16);
        Basis basis = data.get(0).basis();
        if (function.equals("substring")) {
            if (!(data.get(1) instanceof Datum.Int(long start, Basis ignored))) {
                return new Datum.Failure("substring() takes whole numbers");
            }
            int length = text.codePointCount(0, text.length());
            long end = data.size() > 2 && data.get(2) instanceof Datum.Int(long given, Basis ignored2) ? given : length;
            if (start < 0 || end < start || end > length) {
                return new Datum.Failure("substring() reaches beyond the text");
            }
            int from = text.offsetByCodePoints(0, (int) start);
            return new Datum.Text(text.substring(from, text.offsetByCodePoints(from, (int) (end - start))), basis);
        }
        String part = text(data.get(1));
        if (part == null) {
            return new Datum.Failure(function + "() takes a text, not " + kind(data.get(1)));
        }
        if (function.equals("indexOf")) {
            int found = text.indexOf(part);
            return new Datum.Int(found < 0 ? -1 : text.codePointCount(0, found), basis);
        }
        if (function.equals("replace")) {
            String by = text(data.get(2));
            if (by == null || (long) text.length() * (by.length() + 1) > 1_000_000) {
                return new Datum.Failure("replace() takes short texts");
            }
            return new Datum.Text(text.replace(part, by), basis);
        }
        List<Datum> pieces = new ArrayList<>();
        int at = 0;
        int found = part.isEmpty() ? -1 : text.indexOf(part);
        while (found >= 0) {
            pieces.add(new Datum.Text(text.substring(at, found), basis));
            at = found + part.length();
            found = text.indexOf(part, at);
        }
        pieces.add(new Datum.Text(text.substring(at), basis));
        evaluation.step(pieces.size());
        return new Datum.Listing(pieces, basis);
    }

    private static Datum join(List<Datum> data, Evaluation evaluation) {
        Datum list = data.get(0);
        Datum.Unknown open = Datum.unknown(list);
        if (open != null) {
            return open;
        }
        String separator = data.size() > 1 ? text(data.get(1)) : "";
        if (!(list instanceof Datum.Listing(List<Datum> items, Basis basis)) || separator == null) {
            return new Datum.Failure("join() asks a list of texts, not " + kind(list));
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            Datum.Unknown missing = Datum.unknown(items.get(i));
            if (missing != null) {
                return missing;
            }
            String text = text(items.get(i));
            if (text == null || joined.length() > 1_000_000) {
                return new Datum.Failure("join() asks a list of short texts");
            }
            joined.append(i > 0 ? separator : "").append(text);
            evaluation.step(1 + text.length() / 16);
        }
        return new Datum.Text(joined.toString(), basis);
    }
}
