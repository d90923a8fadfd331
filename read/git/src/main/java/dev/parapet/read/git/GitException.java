package dev.parapet.read.git;

/** A repository does not answer. The message is one sentence for the person who asked. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1L;

    GitException(String message) {
        super(message);
    }
}
