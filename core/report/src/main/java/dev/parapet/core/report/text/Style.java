package dev.parapet.core.report.text;

/**
 * How text is to look.
 *
 * @param colour whether to colour it, by escape sequences that every terminal knows
 * @param width how many cells a line may take; at least 40
 * @param verbose whether to list what is suppressed or known from the baseline too, one line each
 */
public record Style(boolean colour, int width, boolean verbose) {
    /** What a file or a pipe gets. */
    public static final Style PLAIN = new Style(false, 100, false);

    public Style {
        width = Math.max(40, width);
    }
}
