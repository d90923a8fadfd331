package dev.parapet.core.rule.secret;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hides secrets in the lines of files: wherever they stand as words, and at the places that they are read from whatever these make of
 * them. A text may be written otherwise than it reads ({@code "a\"b"}), or be joined from pieces; there each piece is hidden.
 */
final class SecretPlaces {
    private static final int LEAST_PIECE = 4;

    private static final List<String> REFERENCES = List.of("${", "Ref", "GetAtt", "ImportValue", "FindInMap", "Fn::");

    /** A place and a secret that are both so long that looking for pieces would take seconds: all of the place is hidden. */
    private static final long MOST_WORK = 20_000_000;

    private final Map<String, Set<Secret>> byPath = new HashMap<>();
    private final SecretTable table;

    SecretPlaces(Collection<Secret> secrets, SecretTable table) {
        this.table = table;
        for (Secret secret : secrets) {
            for (Span place : secret.places()) {
                byPath.computeIfAbsent(place.path(), path -> new LinkedHashSet<>())
                        .add(secret);
            }
        }
    }

    String hide(SourceFile file) {
        Set<Secret> here = byPath.getOrDefault(file.path(), Set.of());
        if (here.isEmpty()) {
            return table.hide(file.text());
        }
        Offsets offsets = new Offsets(file.text());
        StringBuilder hidden = new StringBuilder(file.text());
        for (Secret secret : here) {
            for (Span place : secret.places()) {
                if (place.path().equals(file.path())) {
                    hide(secret, file.text(), offsets.of(place.start()), offsets.of(place.end()), hidden);
                }
            }
        }
        // What was hidden at its place is none any more; the rest is looked for in what is left.
        return table.hide(hidden.toString());
    }

    private static void hide(Secret secret, String text, int from, int to, StringBuilder hidden) {
        boolean found = false;
        for (String line : SecretTable.lines(secret)) {
            for (int at = text.indexOf(line, from);
                    at >= 0 && at + line.length() <= to;
                    at = text.indexOf(line, at + line.length())) {
                SecretTable.mask(hidden, at, at + line.length());
                found = true;
            }
        }
        if (!found) {
            pieces(secret.text(), text, from, to, hidden);
        }
    }

    private static void pieces(String secret, String text, int from, int to, StringBuilder hidden) {
        if ((long) secret.length() * (to - from) > MOST_WORK) {
            SecretTable.mask(hidden, from, to);
            return;
        }
        int least = Math.min(LEAST_PIECE, secret.length());
        for (int i = afterKey(text, from, to); i + least <= to; ) {
            int name = afterName(text, i, to);
            if (name > i) {
                i = name;
                continue;
            }
            int longest = longest(secret, text, i, to);
            if (longest < least) {
                i++;
            } else {
                SecretTable.mask(hidden, i, i + longest);
                i += longest;
            }
        }
    }

    /** Where the value begins of a place that includes its key. */
    private static int afterKey(String text, int from, int to) {
        int at = from;
        while (at < to && (isNamePart(text.charAt(at)) || text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            at++;
        }
        return at + 1 < to && text.charAt(at) == ':' ? at + 1 : from;
    }

    /** Where the name ends that a reference begins with at a place: names are no text. The place itself where there is none. */
    private static int afterName(String text, int at, int to) {
        for (String reference : REFERENCES) {
            if (text.startsWith(reference, at)) {
                int end = at + reference.length();
                while (end < to && " \":'".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                while (end < to && isNamePart(text.charAt(end))) {
                    end++;
                }
                return end;
            }
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0;
    }

    /** How long the longest piece of a secret is that stands at a place. */
    private static int longest(String secret, String text, int at, int to) {
        int longest = 0;
        for (int start = secret.indexOf(text.charAt(at));
                start >= 0;
                start = secret.indexOf(text.charAt(at), start + 1)) {
            int length = 0;
            while (start + length < secret.length()
                    && at + length < to
                    && secret.charAt(start + length) == text.charAt(at + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
