package dev.parapet.core.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts by how near they are to one that somebody mistyped, upper and lower case alike. */
public final class NearestText {
    private static final int MAX_LENGTH = 200;

    private NearestText() {}

    /** Texts in the order of their distance, the nearest first; those that are equally far in their own order. */
    public static List<String> sorted(String sought, Collection<String> texts) {
        Map<String, Integer> distances = new HashMap<>();
        texts.forEach(text -> distances.put(text, distance(sought, text)));
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparing(distances::get));
        return sorted;
    }

    /**
     * How many characters must be put in, left out or changed (Levenshtein), upper and lower case alike. Of texts longer than 200
     * characters the beginning counts.
     */
    public static int distance(String first, String second) {
        String one = cut(first);
        String other = cut(second);
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(MAX_LENGTH, text.length())).toLowerCase(Locale.ROOT);
    }
}
