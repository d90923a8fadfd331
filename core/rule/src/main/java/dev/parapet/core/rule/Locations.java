package dev.parapet.core.rule;

import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Shown;
import dev.parapet.model.Evidence;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a finding: the property that the rule names, else the first offending item that a macro found, else the last
 * place that decided, each only inside the resource; else, or where all offending items lie elsewhere, the head of the resource.
 */
final class Locations {
    private final Resource resource;
    private final List<Basis.Place> places;
    private final Evaluation evaluation;

    Locations(Resource resource, List<Basis.Place> places, Evaluation evaluation) {
        this.resource = resource;
        this.places = places;
        this.evaluation = evaluation;
    }

    /** The offending items. */
    List<Datum> items() {
        List<Datum> items = new ArrayList<>();
        for (Basis.Place place : places) {
            if (place.item() != null) {
                items.add(place.item());
            }
        }
        return items;
    }

    Span find(@Nullable String at) {
        if (at != null) {
            Span named = named(at);
            if (named != null) {
                return named;
            }
        }
        Span last = null;
        boolean elsewhere = false;
        for (Basis.Place place : places) {
            elsewhere |= place.item() != null;
            if (isInside(place.span())) {
                if (place.item() != null) {
                    return place.span();
                }
                last = place.span();
            }
        }
        return last == null || elsewhere ? resource.head() : last;
    }

    private @Nullable Span named(String at) {
        if (at.equals("head")) {
            return resource.head();
        }
        if (at.startsWith("item.")) {
            for (Basis.Place place : places) {
                if (place.item() instanceof Datum.Structure structure && isInside(place.span())) {
                    Span inner = walk(structure.mapping(), at.substring(5), place.span());
                    return isInside(inner) ? inner : place.span();
                }
            }
            return null;
        }
        Span found = walk(resource.properties(), at, resource.head());
        return isInside(found) ? found : resource.head();
    }

    private boolean isInside(Span span) {
        return resource.span().contains(span);
    }

    /** The place of the deepest property of a path that is there, of {@code otherwise} when none is. */
    private Span walk(Value.Mapping from, String path, Span otherwise) {
        Span deepest = otherwise;
        Value value = from;
        int at = 0;
        while (at <= path.length()) {
            int dot = path.indexOf('.', at);
            dot = dot < 0 ? path.length() : dot;
            String name = path.substring(at, dot);
            Value decided = evaluation.decided(value);
            if (decided instanceof Value.Sequence sequence && !sequence.items().isEmpty()) {
                int index = 0;
                boolean number = !name.isEmpty() && name.length() < 6;
                for (int i = 0; i < name.length() && number; i++) {
                    number = Character.isDigit(name.charAt(i));
                }
                if (number) {
                    index = Math.min(Integer.parseInt(name), sequence.items().size() - 1);
                }
                decided = evaluation.decided(sequence.items().get(index));
                deepest = inside(decided.span(), deepest);
                if (number) {
                    value = decided;
                    at = dot + 1;
                    continue;
                }
            }
            if (!(decided instanceof Value.Mapping mapping)) {
                return deepest;
            }
            Value.Entry entry = mapping.entries().get(name);
            if (entry == null || evaluation.decided(entry.value()) instanceof Value.Absent) {
                return deepest;
            }
            Span span = evaluation.datum(entry).basis().span();
            deepest = inside(span == null ? entry.keySpan() : span, deepest);
            value = entry.value();
            at = dot + 1;
        }
        return deepest;
    }

    private Span inside(Span span, Span otherwise) {
        return isInside(span) ? span : otherwise;
    }

    /** What the verdict rests on besides the place itself: further offending items, and how values came to be what they are. */
    List<Evidence> evidence(Span location) {
        List<Evidence> evidence = new ArrayList<>();
        for (Basis.Place place : places) {
            if (place.item() != null && !place.span().equals(location)) {
                add(evidence, new Evidence(words(place.item()), place.span()));
            }
            // The partition is the public one for nearly everybody: no news.
            if (place.provenance() != null && !place.provenance().text().startsWith("AWS::")) {
                add(
                        evidence,
                        new Evidence(
                                place.provenance().text(), place.provenance().span()));
            }
        }
        return evidence;
    }

    private static void add(List<Evidence> evidence, Evidence one) {
        if (!evidence.contains(one)) {
            evidence.add(one);
        }
    }

    private String words(Datum item) {
        return switch (item) {
            case Datum.Text ignored -> "\"" + Shown.of(item) + "\"";
            case Datum.Partial ignored -> "\"" + Shown.of(item) + "\"";
            case Datum.Item node -> Shown.of(node);
            case Datum.Structure(Value.Mapping mapping, Basis ignored)
            when mapping.get("Effect") instanceof Value.Text effect && !(mapping.get("Sid") instanceof Value.Text) -> {
                Value actions = mapping.has("Action") ? mapping.get("Action") : mapping.get("NotAction");
                yield effect.text()
                        + (mapping.has("Action") ? " " : " all but ")
                        + (actions == null ? "nothing" : Shown.of(evaluation.datum(actions)));
            }
            default -> {
                String shown = Shown.of(item);
                yield shown.startsWith("{") || shown.isBlank() ? "this item" : shown;
            }
        };
    }
}
