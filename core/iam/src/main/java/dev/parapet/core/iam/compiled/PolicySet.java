package dev.parapet.core.iam.compiled;

/**
 * Policies of one kind.
 *
 * @param <C> how a statement is cited
 * @param <E> why they may not be understood
 */
interface PolicySet<C, E extends Exception> {
    /** Whether there are none, so that they limit nothing. */
    boolean isEmpty();

    /** What they say of a request. */
    Verdict<C> verdict(Circumstances asked) throws E;
}
