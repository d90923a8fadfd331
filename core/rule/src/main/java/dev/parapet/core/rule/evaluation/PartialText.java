package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a text of which only parts are known. An attribute of another resource, and a pseudo parameter such as
 * {@code AWS::AccountId}, is some text that is not empty and holds no wildcard ({@code *} or {@code ?}); of anything else unknown
 * nothing is taken for granted.
 */
final class PartialText {
    /** Pseudo parameters that are a text of the account: neither empty nor a wildcard, whatever they turn out to be. */
    private static final Set<String> TAME = Set.of("AWS::AccountId", "AWS::Region", "AWS::StackName", "AWS::StackId");

    private PartialText() {}

    /** Whether a value is some text that is not empty and holds no wildcard. */
    static boolean isTame(Value value) {
        return value instanceof Value.Reference
                || value instanceof Value.Unresolved unresolved && TAME.contains(unresolved.missing());
    }

    /**
     * Whether two partly known texts are the same: true when they are made of the same parts, false when what they do not have in
     * common begins or ends with known texts that differ, else null.
     */
    static @Nullable Boolean same(Value left, Value right) {
        List<Value> lefts = parts(left);
        List<Value> rights = parts(right);
        int from = 0;
        int shorter = Math.min(lefts.size(), rights.size());
        while (from < shorter && samePart(lefts.get(from), rights.get(from))) {
            from++;
        }
        if (from == lefts.size() && from == rights.size()) {
            return true;
        }
        int cut = 0;
        while (cut < shorter - from
                && samePart(lefts.get(lefts.size() - 1 - cut), rights.get(rights.size() - 1 - cut))) {
            cut++;
        }
        List<Value> one = lefts.subList(from, lefts.size() - cut);
        List<Value> other = rights.subList(from, rights.size() - cut);
        if (one.isEmpty() || other.isEmpty()) {
            // One text has something more than the other.
            return (one.isEmpty() ? other : one).stream().anyMatch(part -> isTame(part) || part instanceof Value.Text)
                    ? false
                    : null;
        }
        boolean differ = one.size() == 1
                        && other.size() == 1
                        && first(one) instanceof Value.Text
                        && first(other) instanceof Value.Text
                || first(one) instanceof Value.Text start
                        && first(other) instanceof Value.Text otherStart
                        && !start.text().startsWith(otherStart.text())
                        && !otherStart.text().startsWith(start.text())
                || last(one) instanceof Value.Text end
                        && last(other) instanceof Value.Text otherEnd
                        && !end.text().endsWith(otherEnd.text())
                        && !otherEnd.text().endsWith(end.text());
        return differ ? false : null;
    }

    private static boolean samePart(Value left, Value right) {
        return switch (left) {
            case Value.Text text ->
                right instanceof Value.Text other && text.text().equals(other.text());
            case Value.Reference reference ->
                right instanceof Value.Reference other
                        && reference.target().equals(other.target())
                        && reference.attribute().equals(other.attribute());
            case Value.DynamicReference dynamic ->
                right instanceof Value.DynamicReference other
                        && dynamic.service().equals(other.service())
                        && dynamic.key().equals(other.key());
            // Parameters are those of one template; another template's may have the same name and another value.
            case Value.Unresolved unresolved ->
                (isTame(left) || unresolved.missing().startsWith("Parameter "))
                        && right instanceof Value.Unresolved other
                        && unresolved.missing().equals(other.missing())
                        && unresolved.span().path().equals(other.span().path());
            default -> false;
        };
    }

    /** Whether it is a given text: false, or null when that is open. */
    static @Nullable Boolean is(Value partial, String text) {
        List<Value> parts = parts(partial);
        int at = 0;
        int end = text.length();
        // Known text at both ends must match; what is known in between must follow in order.
        if (first(parts) instanceof Value.Text prefix) {
            if (!text.startsWith(prefix.text())) {
                return false;
            }
            at = prefix.text().length();
        }
        if (parts.size() > 1 && last(parts) instanceof Value.Text suffix) {
            if (!text.endsWith(suffix.text()) || end - suffix.text().length() < at) {
                return false;
            }
            end -= suffix.text().length();
        }
        boolean attributes = false;
        boolean onlyAttributes = true;
        for (int i = 0; i < parts.size(); i++) {
            Value part = parts.get(i);
            if (part instanceof Value.Text middle && i > 0 && i < parts.size() - 1) {
                int found = text.indexOf(middle.text(), at + (attributes ? 1 : 0));
                if (found < 0 || found + middle.text().length() > end) {
                    return false;
                }
                at = found + middle.text().length();
                attributes = false;
            } else if (isTame(part)) {
                attributes = true;
            } else if (!(part instanceof Value.Text)) {
                onlyAttributes = false;
            }
        }
        if (attributes && at >= end) {
            return false;
        }
        // A wildcard that no known part holds cannot come from an attribute.
        if (onlyAttributes && wildcards(text) > knownWildcards(parts)) {
            return false;
        }
        return null;
    }

    /** Whether it starts with a text; null when that is open. */
    static @Nullable Boolean startsWith(Value partial, String text) {
        if (text.isEmpty()) {
            return true;
        }
        List<Value> parts = parts(partial);
        if (first(parts) instanceof Value.Text prefix) {
            if (prefix.text().startsWith(text)) {
                return true;
            }
            return text.startsWith(prefix.text()) ? openUnlessWildcard(parts, text) : Boolean.FALSE;
        }
        return openUnlessWildcard(parts, text);
    }

    /** Whether it ends with a text; null when that is open. */
    static @Nullable Boolean endsWith(Value partial, String text) {
        if (text.isEmpty()) {
            return true;
        }
        List<Value> parts = parts(partial);
        if (last(parts) instanceof Value.Text suffix) {
            if (suffix.text().endsWith(text)) {
                return true;
            }
            return text.endsWith(suffix.text()) ? openUnlessWildcard(parts, text) : Boolean.FALSE;
        }
        return openUnlessWildcard(parts, text);
    }

    /** Whether it contains a text; null when that is open. */
    static @Nullable Boolean contains(Value partial, String text) {
        if (text.isEmpty()) {
            return true;
        }
        List<Value> parts = parts(partial);
        for (Value part : parts) {
            if (part instanceof Value.Text known && known.text().contains(text)) {
                return true;
            }
        }
        return openUnlessWildcard(parts, text);
    }

    private static @Nullable Boolean openUnlessWildcard(List<Value> parts, String text) {
        if (wildcards(text) > knownWildcards(parts)) {
            for (Value part : parts) {
                if (!(part instanceof Value.Text) && !isTame(part)) {
                    return null;
                }
            }
            return false;
        }
        return null;
    }

    private static int knownWildcards(List<Value> parts) {
        int number = 0;
        for (Value part : parts) {
            if (part instanceof Value.Text known) {
                number += wildcards(known.text());
            }
        }
        return number;
    }

    private static int wildcards(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                number++;
            }
        }
        return number;
    }

    private static Value first(List<Value> parts) {
        return parts.get(0);
    }

    private static Value last(List<Value> parts) {
        return parts.get(parts.size() - 1);
    }

    /** The parts of a partly known text; never empty. */
    static List<Value> parts(Value partial) {
        return partial instanceof Value.Composed composed && !composed.parts().isEmpty()
                ? composed.parts()
                : List.of(partial);
    }
}
