package dev.parapet.core.iam.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Automata side by side, one bit for each place of each: a letter moves all of them at once, whatever their number. The first of them is the
 * set whose texts count.
 */
final class GlobMachine {
    /** One bit for each place of each automaton; those of the first come first. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its content, never changed
    record State(long[] bits) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State(long[] others) && Arrays.equals(bits, others);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bits);
        }
    }

    /**
     * What a letter does at each place.
     *
     * @param advances where it leads to the next place
     * @param stays where it leads to the same place
     * @param told where it is told apart from others
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Moves(long[] advances, long[] stays, long[] told) {}

    private static final long MOST_MOVES = 1L << 24;

    private final int words;
    private final List<Character> letters;
    private final List<Moves> moves = new ArrayList<>();
    private final long[] start;
    /** Places that are passed over without a letter. */
    private final long[] skips;

    private final long[] accepts;
    private final int setPlaces;
    private final char other;

    /** Automata side by side; null when they would be too large. */
    static @Nullable GlobMachine of(List<Glob> globs) {
        Set<Character> told = new HashSet<>();
        int places = 0;
        for (Glob glob : globs) {
            glob.letters(told);
            places += glob.size() + 1;
        }
        return (long) places * told.size() > MOST_MOVES ? null : new GlobMachine(globs, told, places);
    }

    private GlobMachine(List<Glob> globs, Set<Character> told, int places) {
        setPlaces = globs.getFirst().size() + 1;
        words = (places + 63) / 64;
        other = unheardOf(told);
        told.add(other);
        told.add(':');
        letters = new ArrayList<>(told);
        // Small letters before capitals.
        letters.sort(Comparator.<Character, Boolean>comparing(Character::isUpperCase)
                .thenComparing(Comparator.naturalOrder()));
        start = new long[words];
        skips = new long[words];
        accepts = new long[words];
        for (int i = 0; i < letters.size(); i++) {
            moves.add(new Moves(new long[words], new long[words], new long[words]));
        }
        int place = 0;
        for (Glob glob : globs) {
            set(start, place);
            for (int step = 0; step < glob.size(); step++) {
                lay(glob, step, place++);
            }
            set(accepts, place++);
        }
        skip(start);
    }

    private void lay(Glob glob, int step, int place) {
        if (glob.isSkipped(step)) {
            set(skips, place);
        }
        for (int i = 0; i < letters.size(); i++) {
            char letter = letters.get(i);
            if (glob.covers(step, letter)) {
                set(glob.isSkipped(step) ? moves.get(i).stays() : moves.get(i).advances(), place);
            }
            if (letter == other || letter == ':' || glob.tells(step, letter)) {
                set(moves.get(i).told(), place);
            }
        }
    }

    /** A character that no pattern tells from any other that it does not name. */
    private static char unheardOf(Set<Character> told) {
        char other = 'x';
        while (told.contains(other) || other == ':') {
            other = other == 'z' ? '0' : (char) (other + 1);
        }
        return other;
    }

    private static void set(long[] bits, int place) {
        bits[place >> 6] |= 1L << place;
    }

    /** Passes over the places that need no letter. */
    private void skip(long[] bits) {
        boolean more = true;
        while (more) {
            more = false;
            long carry = 0;
            for (int i = 0; i < words; i++) {
                long skipped = bits[i] & skips[i];
                long reached = skipped << 1 | carry;
                carry = skipped >>> 63;
                more |= (reached & ~bits[i]) != 0;
                bits[i] |= reached;
            }
        }
    }

    /** The letters among which some automaton may tell, in the order in which they are tried. */
    List<Character> letters() {
        return letters;
    }

    /** Where the automata stand before the first letter. */
    State start() {
        return new State(start);
    }

    /** Whether some automaton tells a letter, by its place among {@link #letters()}, from others where it stands. */
    boolean tells(State state, int letter) {
        long[] told = moves.get(letter).told();
        for (int i = 0; i < words; i++) {
            if ((state.bits()[i] & told[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Where they stand after one more letter; null when the text is in the set no longer, whatever follows. */
    @Nullable
    State next(State state, int letter) {
        Moves all = moves.get(letter);
        long[] next = new long[words];
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long advanced = state.bits()[i] & all.advances()[i];
            next[i] = advanced << 1 | carry | state.bits()[i] & all.stays()[i];
            carry = advanced >>> 63;
        }
        skip(next);
        return isInSet(next) ? new State(next) : null;
    }

    private boolean isInSet(long[] bits) {
        int whole = setPlaces >> 6;
        for (int i = 0; i < whole; i++) {
            if (bits[i] != 0) {
                return true;
            }
        }
        return (bits[Math.min(whole, words - 1)] & (1L << setPlaces) - 1) != 0;
    }

    /** Which automata accept the text so far; the first is the set. */
    State accepting(State state) {
        long[] accepting = new long[words];
        for (int i = 0; i < words; i++) {
            accepting[i] = state.bits()[i] & accepts[i];
        }
        return new State(accepting);
    }

    /** Whether the text so far is in the set. */
    boolean accepts(State state) {
        int last = setPlaces - 1;
        return (state.bits()[last >> 6] >>> last & 1) != 0;
    }
}
