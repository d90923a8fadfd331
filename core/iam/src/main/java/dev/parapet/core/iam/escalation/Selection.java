package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.evaluation.Truth;
import java.util.BitSet;

/**
 * Of which members of a list something is so: the places of those of which it certainly is, and of those of which it certainly or
 * possibly is. The operations give new selections.
 *
 * @param certain never changed once it is here
 * @param possible has all of {@code certain}; never changed once it is here
 */
record Selection(BitSet certain, BitSet possible) {
    static final Selection NONE = new Selection(new BitSet(), new BitSet());

    /** Some places for certain. */
    static Selection of(BitSet places) {
        return new Selection(places, places);
    }

    /** Some places, as far as something is true. */
    static Selection of(Truth truth, BitSet places) {
        return switch (truth) {
            case Truth.Yes ignored -> new Selection(places, places);
            case Truth.No ignored -> NONE;
            case Truth.Unknown ignored -> new Selection(NONE.certain(), places);
        };
    }

    /** The first places of a list. */
    static BitSet first(int count) {
        BitSet all = new BitSet(count);
        all.set(0, count);
        return all;
    }

    Selection and(Selection other) {
        return new Selection(both(certain, other.certain), both(possible, other.possible));
    }

    Selection or(Selection other) {
        return new Selection(either(certain, other.certain), either(possible, other.possible));
    }

    Selection and(Truth truth) {
        return switch (truth) {
            case Truth.Yes ignored -> this;
            case Truth.No ignored -> NONE;
            case Truth.Unknown ignored -> new Selection(NONE.certain(), possible);
        };
    }

    /** What it is not so of; possible here means possible there. */
    Selection without(Selection denied) {
        return new Selection(less(certain, denied.possible), less(possible, denied.certain));
    }

    boolean isEmpty() {
        return possible.isEmpty();
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet either(BitSet one, BitSet other) {
        BitSet either = (BitSet) one.clone();
        either.or(other);
        return either;
    }

    private static BitSet less(BitSet one, BitSet other) {
        BitSet less = (BitSet) one.clone();
        less.andNot(other);
        return less;
    }
}
