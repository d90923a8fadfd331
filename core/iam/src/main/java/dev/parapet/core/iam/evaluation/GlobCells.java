package dev.parapet.core.iam.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The different ways in which some patterns can cover the texts of a set. All texts that the same patterns cover fare alike, so that
 * one of each kind stands for all: the automata of the set and of the patterns run side by side over every text, and each combination
 * of patterns that ends a text of the set gives its shortest text.
 */
public final class GlobCells {
    private static final int MAX_STATES = 20_000;

    private GlobCells() {}

    private record State(List<BitSet> reached) {}

    private record Way(State state, String text) {}

    /**
     * One text for each combination.
     *
     * @param set the texts that count
     * @param patterns what tells them apart
     * @return the texts, the shortest first; null when there are too many combinations to try
     */
    public static @Nullable List<String> texts(Glob set, List<Glob> patterns) {
        List<Glob> all = new ArrayList<>();
        all.add(set);
        all.addAll(patterns);
        char other = unheardOf(all);
        List<BitSet> start = new ArrayList<>();
        for (Glob glob : all) {
            start.add(glob.start());
        }
        Set<State> seen = new HashSet<>();
        Set<BitSet> combinations = new HashSet<>();
        List<String> texts = new ArrayList<>();
        Deque<Way> open = new ArrayDeque<>();
        Way first = new Way(new State(start), "");
        seen.add(first.state());
        open.add(first);
        while (!open.isEmpty()) {
            Way way = open.poll();
            if (set.accepts(way.state().reached().get(0)) && combinations.add(covering(all, way.state()))) {
                texts.add(way.text());
            }
            for (char letter : letters(all, way.state(), other)) {
                State next = next(all, way.state(), letter);
                if (!next.reached().get(0).isEmpty() && seen.add(next)) {
                    if (seen.size() > MAX_STATES) {
                        return null;
                    }
                    open.add(new Way(next, way.text() + letter));
                }
            }
        }
        return texts;
    }

    private static State next(List<Glob> all, State state, char letter) {
        List<BitSet> reached = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            reached.add(all.get(i).next(state.reached().get(i), letter));
        }
        return new State(reached);
    }

    private static BitSet covering(List<Glob> all, State state) {
        BitSet covering = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            covering.set(i, all.get(i).accepts(state.reached().get(i)));
        }
        return covering;
    }

    /** The characters that some pattern tells apart where it stands, small letters before capitals, a colon, and one that none does. */
    private static Iterable<Character> letters(List<Glob> all, State state, char other) {
        Set<Character> letters = new TreeSet<>(Comparator.<Character, Boolean>comparing(Character::isUpperCase)
                .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).letters(state.reached().get(i), letters);
        }
        letters.add(other);
        letters.add(':');
        return letters;
    }

    /** A character that no pattern tells from any other that it does not name. */
    private static char unheardOf(List<Glob> all) {
        Set<Character> letters = new HashSet<>();
        for (Glob glob : all) {
            glob.letters(letters);
        }
        char other = 'x';
        while (letters.contains(other) || other == ':') {
            other = other == 'z' ? '0' : (char) (other + 1);
        }
        return other;
    }
}
