package dev.parapet.core.rule.file;

/** A rule file, or a file that configures rules, that is not as it must be. */
public final class RuleFileException extends Exception {
    private final String path;
    private final int line;

    /** What is wrong in a line of a file; the message is one clause without the place. */
    public RuleFileException(String path, int line, String message) {
        super(message);
        this.path = path;
        this.line = line;
    }

    /** The file. */
    public String path() {
        return path;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The place and what is wrong there. */
    public String described() {
        return path + ":" + line + ": " + getMessage();
    }
}
