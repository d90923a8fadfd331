package dev.parapet.core.iam.compiled;

/** What the request of a line asks, and what finds it there. Used again for the next line. */
final class LineQuestion {
    private final JsonLine line = new JsonLine();
    private final LineContext context = new LineContext();
    private final Missing missing = new Missing();
    private final FilledPattern filled = new FilledPattern(line, context);
    private final LineResources resources = new LineResources(line, missing, filled);
    private final LineConditions conditions = new LineConditions(line, context, missing, filled);
    private int action;
    private boolean set;

    /**
     * Sets what is asked.
     *
     * @param action where in the line the action is
     * @param set whether the resource is a set of some
     */
    void ask(int action, boolean set) {
        missing.clear();
        this.action = action;
        this.set = set;
    }

    JsonLine line() {
        return line;
    }

    LineContext context() {
        return context;
    }

    Missing missing() {
        return missing;
    }

    LineResources resources() {
        return resources;
    }

    LineConditions conditions() {
        return conditions;
    }

    int action() {
        return action;
    }

    boolean isSet() {
        return set;
    }
}
