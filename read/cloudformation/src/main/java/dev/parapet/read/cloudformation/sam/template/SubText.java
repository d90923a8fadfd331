package dev.parapet.read.cloudformation.sam.template;

import java.util.function.UnaryOperator;

/** The variables in the text of an {@code Fn::Sub} that SAM sees: {@code ${Name.Attribute}} and {@code ${AWS::Name}}. */
final class SubText {
    private SubText() {}

    /** The text with each variable replaced, given as it stands within its braces; what the operator returns takes its place. */
    static String replace(String text, UnaryOperator<String> variable) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int end = end(text, open + 2);
            if (end < 0) {
                open = text.indexOf("${", open + 2);
                continue;
            }
            out.append(text, done, open).append(variable.apply(text.substring(open + 2, end)));
            done = end + 1;
            open = text.indexOf("${", done);
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Where the brace that closes a variable stands; -1 when what follows is no variable that SAM sees. */
    private static int end(String text, int start) {
        int i = start;
        if (text.startsWith("AWS::", start) && start + 5 < text.length()) {
            i = start + 5;
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return -1;
            }
            while (i < text.length() && isLetter(text.charAt(i))) {
                i++;
            }
        } else {
            while (i < text.length() && (isLetter(text.charAt(i)) || isDigitOrPoint(text.charAt(i)))) {
                i++;
            }
        }
        return i > start && i < text.length() && text.charAt(i) == '}' ? i : -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigitOrPoint(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }
}
