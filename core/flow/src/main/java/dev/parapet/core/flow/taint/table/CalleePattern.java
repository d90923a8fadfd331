package dev.parapet.core.flow.taint.table;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths of what is called, as a table writes them: {@code sqlite3.connect().cursor().execute}, {@code boto3.client("s3").copy},
 * {@code **.createStatement().executeQuery}. A step {@code *} is any one, {@code **} any number of them.
 *
 * @param steps as of {@link CalleePath}
 */
public record CalleePattern(List<String> steps) {
    /** Any number of steps. */
    private static final String MANY = "**";

    private static final String ONE = "*";

    public CalleePattern {
        steps = List.copyOf(steps);
    }

    /** Reads a pattern, which has been checked to hold no blank outside of quotes. */
    static CalleePattern of(String text) {
        List<String> steps = new ArrayList<>();
        StringBuilder step = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '.' || c == '(' || c == '[')) {
                end(step, steps);
            }
            if (quoted || c != '.') {
                step.append(c);
            }
        }
        end(step, steps);
        if (steps.getFirst().equals("event")) {
            steps.replaceAll(CalleePath::field);
        }
        return new CalleePattern(steps);
    }

    private static void end(StringBuilder step, List<String> steps) {
        if (!step.isEmpty()) {
            steps.add(step.toString());
            step.setLength(0);
        }
    }

    /** The last step, by which a pattern is looked up; {@code *} where it is any. */
    String last() {
        String last = steps.getLast();
        return last.equals(MANY) ? ONE : last.startsWith("(") ? "()" : last;
    }

    /** Whether a path is one of these. */
    boolean matches(List<String> path) {
        return matches(0, path, 0);
    }

    /** Whether a path, or the beginning of it, is one of these. */
    boolean isPrefixOf(List<String> path) {
        for (int length = 1; length <= path.size(); length++) {
            if (matches(path.subList(0, length))) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(int from, List<String> path, int at) {
        if (from == steps.size()) {
            return at == path.size();
        }
        String step = steps.get(from);
        if (step.equals(MANY)) {
            for (int next = at; next <= path.size(); next++) {
                if (matches(from + 1, path, next)) {
                    return true;
                }
            }
            return false;
        }
        return at < path.size() && fits(step, path.get(at)) && matches(from + 1, path, at + 1);
    }

    private static boolean fits(String step, String actual) {
        return step.equals(ONE)
                || step.equals(actual)
                || step.equals("()") && actual.startsWith("(")
                || step.equals("[]") && actual.startsWith("[");
    }
}
