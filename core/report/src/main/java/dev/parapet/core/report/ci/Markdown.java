package dev.parapet.core.report.ci;

import dev.parapet.core.report.source.Printable;

/** Text in GitHub's Markdown that means nothing but itself: no markup, link, mention, reference or HTML. */
final class Markdown {
    private Markdown() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean word = c >= 0x80
                    || Character.isLetterOrDigit(c)
                    || c == ' '
                    || c == ','
                    || c == '-'
                    || c == '/'
                    || c == '.';
            if (c < 0x80 && c > ' ' && c != 0x7f && !word) {
                out.append("&#").append(c).append(';');
            } else {
                Printable.append(c, out);
            }
            if (c == '.' || c == '/') {
                // Without this GitHub makes a link of www.example.org and of https://.
                out.append("<wbr>");
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
