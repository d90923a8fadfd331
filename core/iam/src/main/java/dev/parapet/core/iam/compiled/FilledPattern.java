package dev.parapet.core.iam.compiled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of a line with its policy variables replaced (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>). Wildcards are {@link
 * Ascii#ANY} and {@link Ascii#ONE} in it, since a value is taken as it is. Used again for the next pattern.
 */
final class FilledPattern {
    private static final int PARTS = 6;

    private final JsonLine line;
    private final LineContext context;
    private final int[] colons = new int[PARTS - 1];
    private final List<String> unknown = new ArrayList<>();
    private final List<String> met = new ArrayList<>();
    private byte[] text = new byte[256];
    private int length;
    private int parted;

    FilledPattern(JsonLine line, LineContext context) {
        this.line = line;
        this.context = context;
    }

    /** Whether a pattern has a variable. */
    static boolean hasVariable(byte[] text, int from, int to) {
        int dollar = Ascii.indexOf((byte) '$', text, from, to);
        while (to - dollar > 1 && text[dollar + 1] != '{') {
            dollar = Ascii.indexOf((byte) '$', text, dollar + 1, to);
        }
        return to - dollar > 1 && Ascii.indexOf((byte) '}', text, dollar, to) < to;
    }

    /** The text, of which {@link #length()} counts. */
    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** The keys that are not known; {@link Ascii#ANY} stands for them. */
    List<String> unknown() {
        return unknown;
    }

    /** Forgets which keys were met that are not known. */
    void forget() {
        if (!met.isEmpty()) {
            met.clear();
        }
    }

    /** The opposite of what was found, which needs a value for each variable met: nothing is beyond a pattern that is nothing. */
    byte not(byte any, Missing missing) {
        if (any == Three.YES || met.isEmpty()) {
            return Three.not(any);
        }
        missing.noteAll(met);
        return Three.UNKNOWN;
    }

    /** Where the first five colons of the pattern are, those in values not counted; how many there are is {@link #parted()}. */
    int[] colons() {
        return colons;
    }

    int parted() {
        return parted;
    }

    /**
     * Replaces the variables of a text.
     *
     * @return whether all have a value
     */
    boolean fill(int from, int to, boolean wildcards) {
        byte[] pattern = line.text();
        length = 0;
        parted = 0;
        unknown.clear();
        int last = lastBrace(pattern, from, to);
        int at = from;
        while (at < to) {
            byte sign = pattern[at];
            int close = sign == '$' && at < last && pattern[at + 1] == '{'
                    ? Ascii.indexOf((byte) '}', pattern, at, to)
                    : to;
            if (close < to) {
                if (!variable(pattern, at + 2, close)) {
                    return false;
                }
                at = close + 1;
                continue;
            }
            if (sign == ':' && parted < colons.length) {
                colons[parted++] = length;
            }
            put(wildcards && sign == '*' ? Ascii.ANY : wildcards && sign == '?' ? Ascii.ONE : sign);
            at++;
        }
        return true;
    }

    private static int lastBrace(byte[] pattern, int from, int to) {
        int last = to - 1;
        while (last >= from && pattern[last] != '}') {
            last--;
        }
        return last;
    }

    private boolean variable(byte[] pattern, int from, int to) {
        if (to - from == 1 && (pattern[from] == '*' || pattern[from] == '?' || pattern[from] == '$')) {
            put(pattern[from]);
            return true;
        }
        String inner = new String(pattern, from, to - from, StandardCharsets.US_ASCII);
        int comma = inner.indexOf(',');
        String name = (comma < 0 ? inner : inner.substring(0, comma)).strip();
        byte[] key = JsonLine.padded(name);
        int value = context.find(key, 0, name.length(), JsonLine.mark(name));
        if (value == LineContext.UNKNOWN) {
            unknown.add(name.toLowerCase(Locale.ROOT));
            met.add(unknown.getLast());
            put(Ascii.ANY);
            return true;
        }
        if (value == LineContext.ABSENT) {
            return comma >= 0 && fallback(inner.substring(comma + 1).strip());
        }
        if (line.kind(value) == JsonLine.ARRAY) {
            return false;
        }
        put(line.text(), line.from(value), line.to(value));
        return true;
    }

    private boolean fallback(String written) {
        if (written.length() < 2 || !written.startsWith("'") || !written.endsWith("'")) {
            return false;
        }
        put(Ascii.of(written), 1, written.length() - 1);
        return true;
    }

    private void put(byte[] some, int from, int to) {
        for (int i = from; i < to; i++) {
            put(some[i]);
        }
    }

    private void put(byte sign) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = sign;
    }
}
