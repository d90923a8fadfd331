package dev.parapet.cli;

/** A command cannot do its job; the message says in one sentence what is wrong, where, and what to do. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure that a person can do something about. */
    public Failure(String message) {
        super(message);
    }
}
