package dev.parapet.core.report.text;

import dev.parapet.model.Severity;

/** Colours by their part in the report; ECMA-48 "Select Graphic Rendition", the sixteen colours that a user's theme sets. */
enum Paint {
    CRITICAL("1;35"),
    HIGH("1;31"),
    MEDIUM("1;33"),
    LOW("1;36"),
    INFO("1;34"),
    STRONG("1"),
    FAINT("2"),
    FRAME("34"),
    EVIDENCE("36"),
    GOOD("32");

    private final String start;

    Paint(String codes) {
        start = "\u001b[" + codes + "m";
    }

    static Paint of(Severity severity) {
        return switch (severity) {
            case INFO -> INFO;
            case LOW -> LOW;
            case MEDIUM -> MEDIUM;
            case HIGH -> HIGH;
            case CRITICAL -> CRITICAL;
        };
    }

    /** The text in this colour, where there is to be any. */
    String on(String text, Style style) {
        return style.colour() && !text.isEmpty() ? start + text + "\u001b[0m" : text;
    }
}
