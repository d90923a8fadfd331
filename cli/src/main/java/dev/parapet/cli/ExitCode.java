package dev.parapet.cli;

/** What a process tells the one that started it. */
public final class ExitCode {
    /** Nothing at or above the threshold, and everything was looked at. */
    public static final int CLEAN = 0;

    /** Something was found, and everything was looked at. */
    public static final int FOUND = 1;

    /** The job was not done, or not all of it. */
    public static final int FAILED = 2;

    private ExitCode() {}
}
