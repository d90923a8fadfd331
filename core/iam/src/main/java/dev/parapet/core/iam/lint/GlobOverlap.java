package dev.parapet.core.iam.lint;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.policy.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The form of a part of an ARN, and whether a part of a policy can cover a text of that form. Both are walked through side by side over
 * the texts that both cover, so that it takes at most the product of their lengths in steps.
 */
final class GlobOverlap {
    /**
     * One character, or any number of them.
     *
     * @param character the character; 0 for any
     * @param without what it cannot be
     * @param repeated whether it stands for none, one or many
     */
    private record Sign(char character, String without, boolean repeated) {
        boolean meets(Sign other) {
            if (character != 0 && other.character != 0) {
                return character == other.character;
            }
            return (character == 0 || other.without.indexOf(character) < 0)
                    && (other.character == 0 || without.indexOf(other.character) < 0);
        }
    }

    private final List<Sign> form;

    private GlobOverlap(List<Sign> form) {
        this.form = form;
    }

    /** A form in which <code>${Name}</code> stands for a text that is not empty, and the last one for a text without some characters. */
    static GlobOverlap ofForm(String form, String withoutAtEnd) {
        List<Sign> signs = new ArrayList<>();
        for (int i = 0; i < form.length(); i++) {
            int end = form.startsWith("${", i) ? form.indexOf('}', i) : -1;
            if (end > 0) {
                String without = end == form.length() - 1 ? withoutAtEnd : "";
                signs.add(new Sign((char) 0, without, false));
                signs.add(new Sign((char) 0, without, true));
                i = end;
            } else if (form.charAt(i) == '*') {
                signs.add(new Sign((char) 0, "", true));
            } else {
                signs.add(new Sign(form.charAt(i), "", false));
            }
        }
        return new GlobOverlap(signs);
    }

    /** Forms with colons between them. */
    static GlobOverlap joined(List<GlobOverlap> parts) {
        List<Sign> signs = new ArrayList<>();
        for (GlobOverlap part : parts) {
            if (!signs.isEmpty()) {
                signs.add(new Sign(':', "", false));
            }
            signs.addAll(part.form);
        }
        return new GlobOverlap(signs);
    }

    /** Whether some text of this form is covered. Variables and unknown parts of a policy may be any text. */
    boolean overlaps(List<Token> pattern) {
        List<Sign> signs = signs(pattern);
        int width = form.size() + 1;
        BitSet seen = new BitSet((signs.size() + 1) * width);
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int at = open.poll();
            if (seen.get(at)) {
                continue;
            }
            seen.set(at);
            int i = at / width;
            int j = at % width;
            if (i == signs.size() && j == form.size()) {
                return true;
            }
            Sign one = i < signs.size() ? signs.get(i) : null;
            Sign other = j < form.size() ? form.get(j) : null;
            if (one != null && one.repeated()) {
                open.add((i + 1) * width + j);
            }
            if (other != null && other.repeated()) {
                open.add(i * width + j + 1);
            }
            if (one != null && other != null && one.meets(other)) {
                open.add((one.repeated() ? i : i + 1) * width + (other.repeated() ? j : j + 1));
            }
        }
        return false;
    }

    private static List<Sign> signs(List<Token> pattern) {
        List<Sign> signs = new ArrayList<>();
        for (Token token : pattern) {
            switch (token) {
                case Token.Literal(String text) -> {
                    for (int i = 0; i < text.length(); i++) {
                        // What a mark stands for is part of a name, whatever the mark says.
                        int close = text.charAt(i) == TextShape.OPEN ? text.indexOf(TextShape.CLOSE, i) : -1;
                        signs.add(new Sign(close < 0 ? text.charAt(i) : TextShape.OPEN, "", false));
                        i = Math.max(i, close);
                    }
                }
                case Token.AnyCharacter ignored -> signs.add(new Sign((char) 0, "", false));
                case Token.AnyText ignored -> signs.add(new Sign((char) 0, "", true));
                case Token.Variable ignored -> signs.add(new Sign((char) 0, "", true));
                case Token.Unknown ignored -> signs.add(new Sign((char) 0, "", true));
            }
        }
        return signs;
    }
}
