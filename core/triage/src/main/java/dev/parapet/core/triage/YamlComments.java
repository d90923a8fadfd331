package dev.parapet.core.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the comments of a YAML text: a {@code #} at the start of a line or after white space (YAML 1.2.2, section 6.6) that is
 * no part of a quoted, block or multi-line plain scalar. It tokenises just well enough to tell these apart, in one pass; a text
 * that is no YAML gives some answer and no fault.
 */
final class YamlComments {
    private final String text;
    private final List<Comment> comments = new ArrayList<>();
    /** The quote that is open at the end of a line, or 0. */
    private char quote;
    /** How many brackets of flow collections are open. */
    private int depth;
    /** Whether a block scalar is open, how far its parent is indented, and how far it is itself; -1 while that is not known. */
    private boolean block;

    private int blockParent;
    private int blockIndent;
    /** How far the parent of a plain scalar is indented that may go on in the next line; {@link Integer#MAX_VALUE} for none. */
    private int plainParent = Integer.MAX_VALUE;

    private YamlComments(String text) {
        this.text = text;
    }

    /** The comments of a text, in its order. */
    static List<Comment> of(String text) {
        YamlComments scanner = new YamlComments(text);
        int line = 1;
        int start = 0;
        while (start <= text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            scanner.line(line, start, end);
            line++;
            start = end + 1;
            if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
                start++;
            }
        }
        return scanner.comments;
    }

    private void line(int line, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        int indent = at - start;
        boolean blank = text.substring(at, end).isBlank();
        if (block) {
            if (blank || isInBlock(indent)) {
                return;
            }
            block = false;
        }
        if (blank) {
            return;
        }
        boolean continues = indent > plainParent && quote == 0 && depth == 0;
        plainParent = Integer.MAX_VALUE;
        tokens(line, start, at, end, indent, continues);
    }

    private boolean isInBlock(int indent) {
        if (blockIndent < 0 && indent > blockParent) {
            blockIndent = indent;
        }
        return blockIndent >= 0 && indent >= blockIndent;
    }

    private void tokens(int line, int start, int from, int end, int indent, boolean continues) {
        int at = from;
        int parent = indent - 1;
        int token = indent;
        boolean fresh = quote == 0 && !continues;
        boolean plain = continues;
        if (continues) {
            parent = 0;
        }
        while (at < end) {
            char c = text.charAt(at);
            if (quote != 0) {
                at = quoted(at, end);
                continue;
            }
            if (c == ' ' || c == '\t') {
                at++;
            } else if (c == '#' && (at == start || isSpace(text.charAt(at - 1)))) {
                comment(line, start, at, end);
                return;
            } else if (fresh && (c == '"' || c == '\'')) {
                quote = c;
                token = at - start;
                fresh = false;
                plain = false;
                at++;
            } else if (fresh && (c == '|' || c == '>') && depth == 0 && isBlockHeader(at, end)) {
                openBlock(at, end, parent);
                at++;
            } else if (fresh && (c == '!' || c == '&' || c == '*')) {
                at = word(at, end);
                fresh = c != '*';
            } else if (fresh && depth == 0 && (c == '-' || c == '?') && isSpaceOrEnd(at + 1, end)) {
                parent = at - start;
                at++;
            } else if (c == ':' && (isSpaceOrEnd(at + 1, end) || (depth > 0 && !plain))) {
                parent = depth == 0 ? token : parent;
                fresh = true;
                plain = false;
                at++;
            } else if ((c == '[' || c == '{') && (fresh || depth > 0)) {
                depth++;
                fresh = true;
                plain = false;
                at++;
            } else if (depth > 0 && (c == ']' || c == '}' || c == ',')) {
                depth -= c == ',' ? 0 : 1;
                fresh = c == ',';
                plain = false;
                at++;
            } else {
                token = fresh ? at - start : token;
                fresh = false;
                plain = plain || !block;
                at++;
            }
        }
        if (plain && quote == 0 && depth == 0) {
            plainParent = parent;
        }
    }

    private int quoted(int from, int end) {
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (c == '\\' && quote == '"') {
                at++;
            } else if (c == quote) {
                if (c == '\'' && at + 1 < end && text.charAt(at + 1) == '\'') {
                    at++;
                } else {
                    quote = 0;
                    return at + 1;
                }
            }
        }
        return end;
    }

    /** Whether {@code |} or {@code >} opens a block scalar: only indicators and a comment may follow (section 8.1.1). */
    private boolean isBlockHeader(int at, int end) {
        int next = at + 1;
        while (next < end && next < at + 3 && "+-123456789".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        int after = next;
        while (after < end && isSpace(text.charAt(after))) {
            after++;
        }
        return after == end || (after > next && text.charAt(after) == '#');
    }

    private void openBlock(int at, int end, int parent) {
        block = true;
        blockParent = parent;
        blockIndent = -1;
        for (int next = at + 1; next < end && next < at + 3; next++) {
            char c = text.charAt(next);
            if (c >= '1' && c <= '9') {
                blockIndent = Math.max(0, parent) + c - '0';
            }
        }
    }

    private int word(int from, int end) {
        int at = from;
        while (at < end
                && !isSpace(text.charAt(at))
                && !(depth > 0 && (text.charAt(at) == ',' || text.charAt(at) == ']' || text.charAt(at) == '}'))) {
            at++;
        }
        return at;
    }

    private void comment(int line, int start, int at, int end) {
        boolean alone = text.substring(start, at).isBlank();
        comments.add(new Comment(line, text.codePointCount(start, at) + 1, text.substring(at + 1, end), alone));
    }

    private boolean isSpaceOrEnd(int at, int end) {
        return at >= end || isSpace(text.charAt(at));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
