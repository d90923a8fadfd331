package dev.parapet.core.flow.taint;

import dev.parapet.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of following a value back to where it comes from. */
sealed interface Trace {
    /** No caller has a say in it. */
    record Clean() implements Trace {}

    /** A caller has a say in it, but a check has made it harmless. */
    record Checked() implements Trace {}

    /**
     * A caller has a say in it.
     *
     * @param steps from the source on
     */
    record Found(Leaf leaf, List<Evidence> steps) implements Trace {
        private static final int MAXIMUM_STEPS = 24;

        public Found {
            steps = List.copyOf(steps);
        }

        Found and(Evidence step) {
            if (steps.size() >= MAXIMUM_STEPS
                    || !steps.isEmpty() && steps.getLast().equals(step)) {
                return this;
            }
            List<Evidence> more = new ArrayList<>(steps);
            more.add(step);
            return new Found(leaf, more);
        }
    }

    /** The word that a debugger shows. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
