package dev.parapet.core.rule.file;

import java.util.List;

/**
 * An example of a rule file.
 *
 * @param verdict what the rule must say: {@code bad}, {@code good} or {@code undetermined}, or {@code fixed} for what the
 *     automatic fix makes of the bad example before it
 * @param name what tells it from others of the same verdict; empty where nothing was given
 * @param language {@code yaml} or {@code json} for a template, else a programming language
 * @param text the template, its resources alone, or a file of code
 * @param line the line of the file in which the text starts, counted from 1
 * @param marks the lines of the text, counted from 1, that carry the mark
 */
public record Example(Kind verdict, String name, String language, String text, int line, List<Integer> marks) {
    /** The example, its marks for good. */
    public Example {
        marks = List.copyOf(marks);
    }

    /** Whether it is code. */
    public boolean isCode() {
        return !language.equals("yaml") && !language.equals("json");
    }

    /** What an example shows. */
    public enum Kind {
        BAD,
        GOOD,
        UNDETERMINED,
        FIXED
    }
}
