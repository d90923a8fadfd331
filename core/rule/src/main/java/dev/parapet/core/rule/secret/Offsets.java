package dev.parapet.core.rule.secret;

import dev.parapet.model.Position;
import java.util.ArrayList;
import java.util.List;

/** Where the lines of a text begin. A line ends at LF, CR LF or CR, as in YAML 1.2 section 5.4. */
final class Offsets {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    Offsets(String text) {
        this.text = text;
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                starts.add(i + 1);
            }
        }
    }

    /** The offset of a place; the end of the text for one beyond it. */
    int of(Position place) {
        if (place.line() > starts.size()) {
            return text.length();
        }
        int offset = starts.get(place.line() - 1);
        for (int column = 1; column < place.column() && offset < text.length(); column++) {
            offset += Character.charCount(text.codePointAt(offset));
        }
        return offset;
    }
}
