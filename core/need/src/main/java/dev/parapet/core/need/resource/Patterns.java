package dev.parapet.core.need.resource;

/** Texts with {@code *} for any characters and {@code ?} for one, upper and lower case told apart, as ARNs of policies have them. */
final class Patterns {
    private Patterns() {}

    /**
     * Whether all that one pattern covers another covers too. Its wildcards are taken as characters of their own, which is exact but for
     * odd cases such as {@code ?*} and {@code *?}.
     */
    static boolean covers(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length()
                    && text.charAt(t) != '*'
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether some text is covered by both patterns. Takes the product of their lengths in steps. */
    static boolean meet(String one, String other) {
        // reachable[j]: what is left of the first from i on may meet what is left of the other from j on
        boolean[] next = new boolean[other.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            boolean[] here = new boolean[other.length() + 1];
            for (int j = other.length(); j >= 0; j--) {
                here[j] = meets(one, other, i, j, here, next);
            }
            next = here;
        }
        return next[0];
    }

    private static boolean meets(String one, String other, int i, int j, boolean[] here, boolean[] next) {
        boolean first = i == one.length();
        boolean second = j == other.length();
        if (first && second) {
            return true;
        }
        if (!first && one.charAt(i) == '*') {
            return next[j] || (!second && here[j + 1]);
        }
        if (!second && other.charAt(j) == '*') {
            return here[j + 1] || (!first && next[j]);
        }
        return !first
                && !second
                && (one.charAt(i) == '?' || other.charAt(j) == '?' || one.charAt(i) == other.charAt(j))
                && next[j + 1];
    }
}
