package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Value;

/** Data as people read them, in messages and evidence. */
public final class Shown {
    private static final int LENGTH = 120;
    private static final int DEPTH = 3;

    private Shown() {}

    /** A datum in a message: a text as it is, a list separated by commas, what is unknown in the template's own notation. */
    public static String of(Datum datum) {
        return shorten(show(datum, 0));
    }

    static String shorten(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = LENGTH - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private static String show(Datum datum, int depth) {
        return switch (datum) {
            case Datum.Null ignored -> "nothing";
            case Datum.Bool bool -> String.valueOf(bool.value());
            case Datum.Int whole -> String.valueOf(whole.value());
            case Datum.Real real -> String.valueOf(real.value());
            case Datum.Text text -> text.text();
            case Datum.Partial partial -> show(partial.value());
            case Datum.Listing listing -> {
                StringBuilder shown = new StringBuilder();
                for (Datum item : listing.items()) {
                    if (shown.length() > LENGTH || depth > DEPTH) {
                        shown.append(", …");
                        break;
                    }
                    shown.append(shown.isEmpty() ? "" : ", ").append(show(item, depth + 1));
                }
                yield shown.toString();
            }
            case Datum.Structure structure -> structure(structure);
            case Datum.Dictionary ignored -> "{…}";
            case Datum.Item item ->
                item.node().resource() != null
                                && item.node()
                                        .id()
                                        .equals(item.node().resource().id().toString())
                        ? item.node().resource().id().name()
                        : item.node().label();
            case Datum.Unknown unknown -> "${" + unknown.missing().first() + "}";
            case Datum.Failure ignored -> "?";
        };
    }

    private static String structure(Datum.Structure structure) {
        for (String name : new String[] {"Sid", "Name", "Id", "Key"}) {
            if (structure.mapping().get(name) instanceof Value.Text text) {
                return text.text();
            }
        }
        return "{…}";
    }

    /** A partly known text in the notation of {@code Fn::Sub}. */
    static String show(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Reference reference ->
                reference.attribute().equals("Ref")
                        ? "${" + reference.target().name() + "}"
                        : "${" + reference.target().name() + "." + reference.attribute() + "}";
            case Value.DynamicReference dynamic -> Missing.name(dynamic);
            case Value.Composed composed -> {
                StringBuilder shown = new StringBuilder();
                for (Value part : composed.parts()) {
                    if (shown.length() > LENGTH) {
                        break;
                    }
                    shown.append(part instanceof Value.Composed ? "…" : show(part));
                }
                yield shown.toString();
            }
            case Value.Unresolved unresolved -> "${" + unresolved.missing() + "}";
            case Value.Null ignored -> "nothing";
            case Value.Absent ignored -> "nothing";
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Number number -> number.value().toString();
            case Value.Sequence ignored -> "[…]";
            case Value.Mapping ignored -> "{…}";
            case Value.Conditional ignored -> "…";
        };
    }
}
