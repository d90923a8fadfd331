package dev.parapet.core.iam.compiled;

/** The line holds something that is left to the readers that make objects of everything, and have the words for what is wrong. */
final class Unusual extends Exception {
    private static final long serialVersionUID = 1;

    /** The only one: it says nothing but that it is so. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace that could be wrong
    static final Unusual LINE = new Unusual();

    private Unusual() {
        super("left to the reader of values", null, false, false);
    }
}
