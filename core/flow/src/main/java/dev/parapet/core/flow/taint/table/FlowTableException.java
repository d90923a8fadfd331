package dev.parapet.core.flow.taint.table;

/** A table that is not as it must be. */
public final class FlowTableException extends Exception {
    /** What is wrong, and where. */
    FlowTableException(String path, int line, String message) {
        super(path + ":" + line + ": the table " + message);
    }
}
