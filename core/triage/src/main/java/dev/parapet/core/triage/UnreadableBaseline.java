package dev.parapet.core.triage;

import org.jspecify.annotations.Nullable;

/** A baseline file holds something else; the message says what to do. */
public final class UnreadableBaseline extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableBaseline(String path, int line, @Nullable Throwable cause) {
        super(
                path + ":" + line
                        + ": this is no baseline of Parapet (parapet.baseline/1); write it again, or name another file",
                cause);
    }
}
