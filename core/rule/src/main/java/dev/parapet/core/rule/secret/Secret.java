package dev.parapet.core.rule.secret;

import dev.parapet.model.Span;
import java.util.List;

/**
 * The text of a secret and the places it is written at. It prints itself redacted; nothing outside this package reads the text.
 *
 * @param text the secret itself
 * @param places where it, or a part of it, is written
 */
record Secret(String text, List<Span> places) {
    Secret {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "*****";
    }
}
