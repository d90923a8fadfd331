package dev.parapet.core.report.text;

import dev.parapet.model.Finding;
import java.util.List;

/** Counts in words. */
final class Nouns {
    private Nouns() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch")) {
            return noun + "es";
        }
        if (noun.endsWith("y") && noun.length() > 1 && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + "s";
    }

    /** How many resources findings are about, by the last part of their type where it is one: {@code 3 log groups}. */
    static String resources(List<Finding> findings) {
        String type = findings.getFirst().resource().type();
        for (Finding finding : findings) {
            if (!finding.resource().type().equals(type)) {
                return count(findings.size(), "resource");
            }
        }
        return count(findings.size(), words(type.substring(type.lastIndexOf(':') + 1)));
    }

    /** {@code LogGroup} as {@code log group}, {@code DBInstance} as {@code DB instance}. */
    private static String words(String name) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean upper = Character.isUpperCase(c);
            boolean nextUpper = i + 1 == name.length() || Character.isUpperCase(name.charAt(i + 1));
            boolean previousUpper = i > 0 && Character.isUpperCase(name.charAt(i - 1));
            if (upper && i > 0 && (!previousUpper || !nextUpper)) {
                words.append(' ');
            }
            words.append(
                    upper && !(nextUpper && i + 1 < name.length()) && !(previousUpper && nextUpper)
                            ? Character.toLowerCase(c)
                            : c);
        }
        return words.length() == 0 ? "resource" : words.toString();
    }
}
