package dev.parapet.core.report.html;

import dev.parapet.core.report.source.Printable;

/** Text in HTML: between tags and in quoted attributes. */
final class Html {
    private Html() {}

    /** The text, nothing in it being markup; what would hide or turn the direction of writing is written out. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t' -> out.append('\t');
                default -> Printable.append(c, out);
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
