package dev.parapet.core.iam.policy;

import java.util.List;

/**
 * {@code Action}, {@code Resource} or {@code Principal} of a statement, or its opposite.
 *
 * @param negated whether it is {@code NotAction}, {@code NotResource} or {@code NotPrincipal}
 * @param patterns what it lists
 */
public record Element<T>(boolean negated, List<T> patterns) {
    public Element {
        patterns = List.copyOf(patterns);
    }
}
