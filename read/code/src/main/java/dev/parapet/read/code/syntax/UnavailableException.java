package dev.parapet.read.code.syntax;

/** There is no parser on this system; the message says why, a clause without a full stop. */
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    UnavailableException(String message) {
        super(message);
    }
}
