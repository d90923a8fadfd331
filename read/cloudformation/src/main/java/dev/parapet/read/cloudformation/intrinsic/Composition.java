package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a text together of parts that may not be known, and finds the dynamic references in it. */
final class Composition {
    private static final String OPEN = "{{resolve:";
    private static final String CLOSE = "}}";

    private final Span span;
    private final Budget budget;
    private final List<Value> parts = new ArrayList<>();
    private final StringBuilder known = new StringBuilder();
    private @Nullable Provenance provenance;

    Composition(Span span, Budget budget) {
        this.span = span;
        this.budget = budget;
    }

    void add(String text) {
        if (budget.characters(text.length())) {
            known.append(text);
        }
    }

    void because(@Nullable Provenance why) {
        if (why == null || (provenance != null && provenance.text().contains(why.text()))) {
            return;
        }
        if (provenance == null) {
            provenance = why;
        } else if (provenance.text().length() < 300) {
            provenance = new Provenance(provenance.text() + " and " + why.text(), provenance.span());
        }
    }

    /** Adds what a value is when it stands within a text. */
    void add(Value value) {
        switch (value) {
            case Value.Text text -> {
                add(text.text());
                because(text.provenance());
            }
            case Value.Bool bool -> {
                add(String.valueOf(bool.value()));
                because(bool.provenance());
            }
            case Value.Number number -> {
                add(number.value().toPlainString());
                because(number.provenance());
            }
            case Value.Null ignored -> {}
            case Value.Absent ignored -> {}
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    if (!budget.step()) {
                        return;
                    }
                    add(part);
                }
            }
            case Value.Sequence sequence ->
                addUnknown(new Value.Unresolved("the text", "a list stands where a text must stand", sequence.span()));
            case Value.Mapping mapping ->
                addUnknown(
                        new Value.Unresolved("the text", "a mapping stands where a text must stand", mapping.span()));
            case Value.Reference reference -> addUnknown(reference);
            case Value.DynamicReference dynamic -> addUnknown(dynamic);
            case Value.Conditional either -> addUnknown(either);
            case Value.Unresolved unresolved -> addUnknown(unresolved);
        }
    }

    private void addUnknown(Value value) {
        flush();
        parts.add(value);
    }

    private void flush() {
        if (!known.isEmpty()) {
            parts.add(new Value.Text(known.toString(), span, provenance));
            known.setLength(0);
            provenance = null;
        }
    }

    /** The text; what is known whole is a {@link Value.Text}, a single part stands for itself. */
    Value finish() {
        if (parts.isEmpty()) {
            String text = known.toString();
            if (!text.contains(OPEN)) {
                return new Value.Text(text, span, provenance);
            }
        }
        Provenance last = provenance;
        flush();
        List<Value> found = withDynamicReferences();
        if (found.isEmpty()) {
            return new Value.Text("", span, last);
        }
        if (found.size() == 1) {
            return Places.at(found.getFirst(), span, budget);
        }
        return new Value.Composed(found, span);
    }

    private List<Value> withDynamicReferences() {
        boolean any = false;
        for (Value part : parts) {
            any |= part instanceof Value.Text text && text.text().contains(OPEN);
        }
        if (!any) {
            return parts;
        }
        List<Value> found = new ArrayList<>();
        @Nullable StringBuilder inside = null;
        for (Value part : parts) {
            if (!(part instanceof Value.Text text)) {
                if (inside == null) {
                    found.add(part);
                } else {
                    inside.append("${").append(name(part)).append('}');
                }
                continue;
            }
            int at = 0;
            String characters = text.text();
            while (at < characters.length()) {
                String mark = inside == null ? OPEN : CLOSE;
                int next = characters.indexOf(mark, at);
                String piece = characters.substring(at, next < 0 ? characters.length() : next);
                at += piece.length() + (next < 0 ? 0 : mark.length());
                if (inside != null) {
                    inside.append(piece);
                    if (next >= 0) {
                        append(found, dynamic(inside.toString()));
                        inside = null;
                    }
                } else {
                    if (!piece.isEmpty()) {
                        append(found, new Value.Text(piece, span, text.provenance()));
                    }
                    if (next >= 0) {
                        inside = new StringBuilder();
                    }
                }
            }
        }
        // A reference that is not closed is no reference.
        return inside == null ? found : parts;
    }

    private static void append(List<Value> values, Value added) {
        if (added instanceof Value.Text text && !values.isEmpty() && values.getLast() instanceof Value.Text last) {
            Provenance why = last.provenance() == null ? text.provenance() : last.provenance();
            values.set(values.size() - 1, new Value.Text(last.text() + text.text(), last.span(), why));
        } else {
            values.add(added);
        }
    }

    /** The reference {@code service:key}; what names no key is a text like any other. */
    private Value dynamic(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0
                ? new Value.Text(OPEN + reference + CLOSE, span)
                : new Value.DynamicReference(reference.substring(0, colon), reference.substring(colon + 1), span);
    }

    /** What an unknown part of a dynamic reference is called within its key. */
    private static String name(Value part) {
        return switch (part) {
            case Value.Reference reference ->
                reference.attribute().equals("Ref")
                        ? reference.target().name()
                        : reference.target().name() + "." + reference.attribute();
            case Value.Unresolved unresolved -> unresolved.missing();
            default -> "?";
        };
    }
}
