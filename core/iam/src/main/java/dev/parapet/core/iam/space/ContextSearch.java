package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for values of condition keys that make a formula true, and stops where what is set already settles it. */
final class ContextSearch {
    /** Combinations of values of condition keys that are tried for one formula. */
    private static final int MAX_COMBINATIONS = 50_000;

    private final Function<Request, Truth> formula;
    private final List<KeyCells> cells;
    private final Request bare;
    private final Map<String, ContextValue> set = new HashMap<>();
    private int left = MAX_COMBINATIONS;
    private boolean open;

    /**
     * A search.
     *
     * @param formula what must be true of the request
     * @param bare the request with no more condition keys than those that are fixed
     * @param cells the values to try of each key; all other keys are absent
     */
    ContextSearch(Function<Request, Truth> formula, Request bare, List<KeyCells> cells) {
        this.formula = formula;
        this.bare = bare;
        set.putAll(bare.context().said());
        this.cells = cells;
    }

    /** A request that makes the formula true; null when none was found. */
    @Nullable
    Request find() {
        return find(0);
    }

    /** Whether it was given up before all combinations had been tried. */
    boolean isGivenUp() {
        return left <= 0;
    }

    /** Whether the formula is neither true nor false of some combination, as it hangs on something else. */
    boolean isOpen() {
        return open;
    }

    private @Nullable Request find(int depth) {
        if (left-- <= 0) {
            return null;
        }
        Truth truth = formula.apply(tried(depth == cells.size()));
        if (truth instanceof Truth.No) {
            return null;
        }
        if (truth instanceof Truth.Yes) {
            return tried(true);
        }
        if (depth == cells.size()) {
            open = true;
            return null;
        }
        KeyCells key = cells.get(depth);
        for (ContextValue value : key.values()) {
            set.put(key.key(), value);
            Request found = find(depth + 1);
            if (found != null) {
                return found;
            }
        }
        set.remove(key.key());
        return null;
    }

    private Request tried(boolean complete) {
        return new Request(
                bare.principal(),
                bare.action(),
                bare.resource(),
                false,
                bare.resourceAccount(),
                new Context(set, complete));
    }
}
