package dev.parapet.core.rule.evaluation;

import dev.parapet.core.graph.Node;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an expression gives: a value with the places that decided it, or that it is not known, or that it went wrong. */
public sealed interface Datum {
    /** What it rests on. */
    default Basis basis() {
        return Basis.NONE;
    }

    /** Null: an absent property too, which then rests on what it is absent from. */
    record Null(Basis basis) implements Datum {}

    /** True or false. */
    record Bool(boolean value, Basis basis) implements Datum {}

    /** A whole number. */
    record Int(long value, Basis basis) implements Datum {}

    /** A number that is not whole. */
    record Real(double value, Basis basis) implements Datum {}

    /** A text that is known whole. */
    record Text(String text, Basis basis) implements Datum {}

    /**
     * Some text that is known in part.
     *
     * @param value a {@link Value.Reference}, a {@link Value.DynamicReference}, a pseudo parameter, or {@link Value.Composed} without conditional parts
     */
    record Partial(Value value, Basis basis) implements Datum {}

    /** A list. */
    record Listing(List<Datum> items, Basis basis) implements Datum {}

    /** A mapping of a template. */
    record Structure(Value.Mapping mapping, Basis basis) implements Datum {}

    /**
     * A mapping that an expression or a function made.
     *
     * @param entries by {@link String}, {@link Long} or {@link Boolean}
     */
    record Dictionary(Map<Object, Datum> entries, Basis basis) implements Datum {}

    /** A node of the graph. */
    record Item(Node node, Basis basis) implements Datum {}

    /**
     * What is not known.
     *
     * @param missing what would settle it; never empty
     * @param present whether it is certain to be something other than null
     */
    record Unknown(SortedSet<String> missing, boolean present, Basis basis) implements Datum {
        /** Unknown for want of one thing. */
        public static Unknown of(String missing, boolean present, Basis basis) {
            SortedSet<String> one = new TreeSet<>();
            one.add(missing);
            return new Unknown(one, present, basis);
        }

        /** Unknown for want of what either lacks. */
        public static Unknown both(Unknown first, Unknown second) {
            SortedSet<String> all = new TreeSet<>(first.missing);
            all.addAll(second.missing);
            return new Unknown(all, first.present && second.present, Basis.both(first.basis, second.basis));
        }
    }

    /** The expression went wrong: a mistake of the rule. */
    record Failure(String message) implements Datum {}

    /** True or false, resting on nothing. */
    static Bool of(boolean value) {
        return new Bool(value, Basis.NONE);
    }

    /** Null for an absent value, resting on nothing. */
    static Datum nothing() {
        return new Null(Basis.NONE);
    }

    /** What an unresolved or partly known value misses; null where it misses nothing. */
    static @Nullable Unknown unknown(Datum datum) {
        return switch (datum) {
            case Unknown unknown -> unknown;
            case Partial partial -> new Unknown(Missing.of(partial.value()), true, partial.basis());
            case Null ignored -> null;
            case Bool ignored -> null;
            case Int ignored -> null;
            case Real ignored -> null;
            case Text ignored -> null;
            case Listing ignored -> null;
            case Structure ignored -> null;
            case Dictionary ignored -> null;
            case Item ignored -> null;
            case Failure ignored -> null;
        };
    }
}
