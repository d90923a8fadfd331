package dev.parapet.model.binary;

/** Bytes that nothing was written as. Without a trace of the stack: it is expected, and answered by doing the work anew. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problem what is wrong, a clause */
    public MalformedException(String problem) {
        super(problem, null, false, false);
    }
}
