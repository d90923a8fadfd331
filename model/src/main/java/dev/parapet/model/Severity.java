package dev.parapet.model;

import java.util.Locale;

/** How bad it is when a rule is violated, the least first. */
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word used in documents and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity of a word.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Severity ofWord(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "no severity is called '" + word + "'; there are info, low, medium, high and critical");
    }
}
