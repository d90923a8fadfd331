package dev.parapet.core.iam.evaluation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The different ways in which some patterns can cover the texts of a set. All texts that the same patterns cover fare alike, so that
 * one of each kind stands for all: the automata of the set and of the patterns run side by side over every text, and each combination
 * of patterns that ends a text of the set gives its shortest text.
 */
public final class GlobCells {
    private static final int MAX_STATES = 20_000;

    private GlobCells() {}

    /** A text by its last letter and what stands before it. */
    private record Way(GlobMachine.State state, @Nullable Way before, char letter) {
        String text() {
            StringBuilder text = new StringBuilder();
            for (Way way = this; way.before != null; way = way.before) {
                text.append(way.letter);
            }
            return text.reverse().toString();
        }
    }

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
        GlobMachine machine = GlobMachine.of(all);
        if (machine == null) {
            return null;
        }
        List<Character> letters = machine.letters();
        Set<GlobMachine.State> seen = new HashSet<>();
        Set<GlobMachine.State> combinations = new HashSet<>();
        List<String> texts = new ArrayList<>();
        Deque<Way> open = new ArrayDeque<>();
        Way first = new Way(machine.start(), null, ' ');
        seen.add(first.state());
        open.add(first);
        for (Way way = open.poll(); way != null; way = open.poll()) {
            if (machine.accepts(way.state()) && combinations.add(machine.accepting(way.state()))) {
                texts.add(way.text());
            }
            for (int i = 0; i < letters.size(); i++) {
                GlobMachine.State next = machine.tells(way.state(), i) ? machine.next(way.state(), i) : null;
                if (next != null && seen.add(next)) {
                    if (seen.size() > MAX_STATES) {
                        return null;
                    }
                    open.add(new Way(next, way, letters.get(i)));
                }
            }
        }
        return texts;
    }
}
