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

    /** Sets where in the line the action is, and forgets the line before. */
    void ask(int action) {
        missing.clear();
        this.action = action;
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

    FilledPattern filled() {
        return filled;
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
}
