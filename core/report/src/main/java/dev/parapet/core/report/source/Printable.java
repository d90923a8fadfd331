package dev.parapet.core.report.source;

/**
 * Scanned text made fit for a terminal. What would move the cursor, change colours, turn the direction of writing or show
 * nothing at all is written as {@code \xNN} or {@code \\u{NNNN}}; the rest stays as it is. Widths are in cells: East Asian wide
 * and full-width characters take two (Unicode Standard Annex 11), combining marks none.
 */
public final class Printable {
    private Printable() {}

    /** The text of one line, fit to be shown; tabs become one space. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            append(c, out);
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** Adds one character, fit to be shown; a tab becomes a space. */
    public static void append(int c, StringBuilder out) {
        if (c == '\t') {
            out.append(' ');
        } else if (isShown(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x100) {
            out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static boolean isShown(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many cells a text takes that is fit to be shown. */
    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x300) {
                width++;
                i++;
            } else {
                int point = text.codePointAt(i);
                width += Cells.of(point);
                i += Character.charCount(point);
            }
        }
        return width;
    }
}
