package dev.parapet.cli.need;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Words;
import java.util.Locale;

/** The forms in which {@code parapet iam needs} answers. */
enum NeedsFormat {
    TEXT,
    JSON;

    private static final Words<NeedsFormat> WORDS =
            Words.of(format -> format.name().toLowerCase(Locale.ROOT), NeedsFormat.values());

    /** The option {@code --format}. */
    static Argument<NeedsFormat> option() {
        return Argument.word(
                WORDS,
                "text",
                "FORMAT",
                "text for people, or json (parapet.needs/1) for programs (default: text).",
                "--format");
    }
}
