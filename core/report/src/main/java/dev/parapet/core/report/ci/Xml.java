package dev.parapet.core.report.ci;

import dev.parapet.core.report.source.Printable;

/** Text in XML 1.0. */
final class Xml {
    private Xml() {}

    /** The text for an attribute or an element; what is no character of XML 1.0 (section 2.2), or hides, is written out. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append('\n');
                default -> Printable.append(c, out);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
