package dev.parapet.read.cloudformation.sam.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was wrong, in the order in which it was met. Of each resource the first problem counts: SAM goes no further with it,
 * and an expander may go on behind it and make what can still be made.
 */
public final class Problems {
    private final Set<Problem> all = new LinkedHashSet<>();
    private final Set<String> resources = new LinkedHashSet<>();

    /** Notes a problem. */
    public void add(Problem problem) {
        if (problem.resource().isEmpty() || resources.add(problem.resource())) {
            all.add(problem);
        }
    }

    /** Notes a problem of two resources that want the same name; it stands beside others. */
    public void addBeside(Problem problem) {
        all.add(problem);
    }

    /** Whether a resource has one. */
    public boolean has(String resource) {
        return resources.contains(resource);
    }

    /** All of them. */
    public List<Problem> all() {
        return List.copyOf(all);
    }
}
