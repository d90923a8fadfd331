package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Fault;
import org.jspecify.annotations.Nullable;

/** What was wrong with one text, in one fault: what ended the reading, else the first thing that was read past. */
final class Problems {
    /** Past this many the rest is not worth counting. */
    private static final int MAX_COUNT = 1_000;

    private final String path;
    private @Nullable Fault end;
    private @Nullable Fault first;
    private int others;

    Problems(String path) {
        this.path = path;
    }

    /** The reading went on behind it. */
    void passed(Fault.Kind kind, int line, String message) {
        if (first == null) {
            first = new Fault(kind, path, line, message);
        } else if (others < MAX_COUNT) {
            others++;
        }
    }

    /** The reading ended here. */
    void ended(Fault.Kind kind, int line, String message) {
        if (end == null) {
            end = new Fault(kind, path, line, message);
        }
    }

    boolean hasEnded() {
        return end != null;
    }

    @Nullable
    Fault fault() {
        if (end != null || first == null || others == 0) {
            return end != null ? end : first;
        }
        String count = others == MAX_COUNT ? "more than " + (MAX_COUNT - 1) : String.valueOf(others);
        String more = others == 1 ? " (1 more such place follows)" : " (" + count + " more such places follow)";
        return new Fault(first.kind(), first.path(), first.line(), first.message() + more);
    }
}
