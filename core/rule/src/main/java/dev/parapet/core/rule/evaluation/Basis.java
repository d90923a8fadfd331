package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value rests on: the places that decided it. Joining two is constant work, for most are never asked for; the places
 * are listed when a finding is made.
 */
public final class Basis {
    /** Rests on nothing that is written. */
    public static final Basis NONE = new Basis(null, null, null);

    /**
     * One place.
     *
     * @param span where
     * @param provenance how the value there came to be what it is
     * @param item what to call the item of a list that a macro found there; null where it is no such item
     */
    public record Place(
            Span span,
            @Nullable Provenance provenance,
            @Nullable Datum item) {
        /** By the span alone: what stands there can be large. */
        @Override
        public int hashCode() {
            return span.hashCode();
        }
    }

    private final @Nullable Place place;
    private final @Nullable Basis left;
    private final @Nullable Basis right;

    private Basis(@Nullable Place place, @Nullable Basis left, @Nullable Basis right) {
        this.place = place;
        this.left = left;
        this.right = right;
    }

    /** One place that decided. */
    public static Basis of(Span span, @Nullable Provenance provenance) {
        return new Basis(new Place(span, provenance, null), null, null);
    }

    /** An item of a list that a macro found, and what made the macro find it. */
    public static Basis item(Datum item, Basis because) {
        Span span = item.basis().span();
        if (span == null) {
            return because;
        }
        return new Basis(new Place(span, null, item), because, null);
    }

    /** Both of two, the first first. */
    public static Basis both(Basis first, Basis second) {
        if (first == NONE || first == second) {
            return second;
        }
        return second == NONE ? first : new Basis(null, first, second);
    }

    /** The first place, or null. */
    public @Nullable Span span() {
        Basis basis = this;
        while (basis != null) {
            if (basis.place != null) {
                return basis.place.span();
            }
            basis = basis.left;
        }
        return null;
    }

    /** All places in the order in which they were met, each once, at most {@code limit}. */
    public List<Place> places(int limit) {
        Set<Place> places = new LinkedHashSet<>();
        Deque<Basis> open = new ArrayDeque<>();
        open.push(this);
        while (!open.isEmpty() && places.size() < limit) {
            Basis basis = open.pop();
            if (basis.place != null) {
                places.add(basis.place);
            }
            if (basis.right != null) {
                open.push(basis.right);
            }
            if (basis.left != null) {
                open.push(basis.left);
            }
        }
        return List.copyOf(places);
    }
}
