package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What would have to be known, noted while it is not yet clear whether anything hangs on it. */
final class Missing {
    private final List<String> noted = new ArrayList<>();

    /** How much is noted. */
    int size() {
        return noted.size();
    }

    void note(String what) {
        noted.add(what);
    }

    void noteAll(List<String> what) {
        noted.addAll(what);
    }

    /** Forgets what was noted since there was so much, unless a truth hangs on it. */
    byte since(int size, byte truth) {
        if (truth != Three.UNKNOWN && noted.size() > size) {
            noted.subList(size, noted.size()).clear();
        }
        return truth;
    }

    /** A truth with what it hangs on; forgets all that was noted. */
    Truth take(byte truth) {
        Truth taken = truth == Three.UNKNOWN ? new Truth.Unknown(new TreeSet<>(noted)) : Truth.of(truth == Three.YES);
        clear();
        return taken;
    }

    /** Forgets all that was noted. */
    void clear() {
        if (!noted.isEmpty()) {
            noted.clear();
        }
    }
}
