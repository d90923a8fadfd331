package dev.parapet.core.rule;

import dev.parapet.core.rule.evaluation.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in words in which worlds something holds: {@code IsProd is true and HasKey is false}. */
final class WorldWords {
    private static final int ALTERNATIVES = 3;

    private WorldWords() {}

    /**
     * In words that are true of each of some worlds and of none of others.
     *
     * @param such the conditions of the worlds in which it holds; not empty
     * @param others those of the worlds in which it doesn't
     */
    static String describe(List<List<World.Named>> such, List<List<World.Named>> others) {
        List<List<World.Named>> terms = merge(such);
        List<String> alternatives = new ArrayList<>();
        for (List<World.Named> term : terms) {
            List<World.Named> shortened = shorten(term, others);
            String words = words(shortened);
            if (!alternatives.contains(words)) {
                alternatives.add(words);
            }
        }
        if (alternatives.size() > ALTERNATIVES) {
            int more = alternatives.size() - ALTERNATIVES;
            alternatives = new ArrayList<>(alternatives.subList(0, ALTERNATIVES));
            alternatives.add("in " + more + " further cases");
        }
        return String.join(", or ", alternatives);
    }

    /** Joins worlds that differ in one condition alone, until no two do. */
    private static List<List<World.Named>> merge(List<List<World.Named>> worlds) {
        Set<List<World.Named>> distinct = new LinkedHashSet<>(worlds);
        List<List<World.Named>> terms = new ArrayList<>(distinct);
        boolean merged = true;
        while (merged) {
            merged = false;
            for (int i = 0; i < terms.size() && !merged; i++) {
                for (int j = i + 1; j < terms.size() && !merged; j++) {
                    List<World.Named> joined = joined(terms.get(i), terms.get(j));
                    if (!joined.isEmpty()) {
                        terms.remove(j);
                        terms.set(i, joined);
                        merged = true;
                    }
                }
            }
        }
        return terms;
    }

    /** What two terms have in common, when they differ in the value of one condition alone; else nothing. */
    private static List<World.Named> joined(List<World.Named> one, List<World.Named> other) {
        if (one.size() != other.size()) {
            return List.of();
        }
        List<World.Named> common = new ArrayList<>(one);
        common.retainAll(other);
        if (common.size() != one.size() - 1) {
            return List.of();
        }
        for (World.Named named : one) {
            if (!common.contains(named) && other.contains(new World.Named(named.name(), !named.value()))) {
                return common;
            }
        }
        return List.of();
    }

    /** Leaves out the conditions without which a term still is true of none of the others. */
    private static List<World.Named> shorten(List<World.Named> term, List<List<World.Named>> others) {
        List<World.Named> kept = new ArrayList<>(term);
        for (int i = kept.size() - 1; i >= 0 && kept.size() > 1; i--) {
            World.Named candidate = kept.remove(i);
            for (List<World.Named> other : others) {
                if (!contradicts(kept, other)) {
                    kept.add(i, candidate);
                    break;
                }
            }
        }
        return kept;
    }

    private static boolean contradicts(List<World.Named> term, List<World.Named> world) {
        for (World.Named named : term) {
            if (world.contains(new World.Named(named.name(), !named.value()))) {
                return true;
            }
        }
        return false;
    }

    private static String words(List<World.Named> term) {
        List<String> words = new ArrayList<>();
        for (World.Named named : term) {
            words.add(named.name() + " is " + named.value());
        }
        return String.join(" and ", words);
    }
}
