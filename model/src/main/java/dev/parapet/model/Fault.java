package dev.parapet.model;

import java.util.Locale;

/**
 * Something that kept Parapet from looking at a part of what it was given. The rest was looked at.
 *
 * @param kind what sort of thing it is
 * @param path the file, or the rule
 * @param line the line, counted from 1; 1 where it is the whole file
 * @param message what is wrong and what to do, one sentence
 */
public record Fault(Kind kind, String path, int line, String message) {
    /** The sorts of faults. */
    public enum Kind {
        /** The text is not what it claims to be. */
        UNREADABLE,
        /** The text is right and Parapet doesn't know how to read it. */
        UNSUPPORTED,
        /** A bound on size, depth, number or time was met. */
        LIMIT,
        /** A rule is wrong, or could not be evaluated. */
        RULE;

        /** The word used in documents. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
