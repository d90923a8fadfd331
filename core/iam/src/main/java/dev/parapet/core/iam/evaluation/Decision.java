package dev.parapet.core.iam.evaluation;

/** What becomes of a request. */
public enum Decision {
    /** It is allowed. */
    ALLOWED("allowed"),
    /** A statement denies it. */
    EXPLICIT_DENY("explicitDeny"),
    /** Something that would have to allow it doesn't. */
    IMPLICIT_DENY("implicitDeny"),
    /** It depends on what is not known. */
    UNDETERMINED("undetermined");

    private final String word;

    Decision(String word) {
        this.word = word;
    }

    /** The word used in documents. */
    public String word() {
        return word;
    }
}
