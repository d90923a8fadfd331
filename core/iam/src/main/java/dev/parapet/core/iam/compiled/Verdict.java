package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.evaluation.Truth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What policies of one kind say of one request.
 *
 * @param <C> how a statement is cited
 */
final class Verdict<C> {
    private final Truth[] allowed = new Truth[PrincipalMatcher.WAYS];
    private final @Nullable Object[] allowedBy = new Object[PrincipalMatcher.WAYS];
    private Truth denied = Truth.NO;
    private @Nullable C deniedBy;
    private boolean said;

    Verdict() {
        Arrays.fill(allowed, Truth.NO);
    }

    /** Forgets what was said. */
    void clear() {
        if (!said) {
            return;
        }
        said = false;
        Arrays.fill(allowed, Truth.NO);
        Arrays.fill(allowedBy, null);
        denied = Truth.NO;
        deniedBy = null;
    }

    /** A statement denies. */
    void deny(Truth truth, @Nullable C by) {
        said = true;
        denied = denied.or(truth);
        if (deniedBy == null) {
            deniedBy = by;
        }
    }

    /** A statement allows that names the principal in some way. */
    void allow(int way, Truth truth, @Nullable C by) {
        said = true;
        allowed[way] = allowed[way].or(truth);
        if (allowedBy[way] == null) {
            allowedBy[way] = by;
        }
    }

    /** Whether a statement denies. */
    Truth denied() {
        return denied;
    }

    /** The first statement that certainly does. */
    @Nullable
    C deniedBy() {
        return deniedBy;
    }

    /** Whether a statement allows that names the principal in one of some ways, from one to another. */
    Truth allowed(int from, int to) {
        Truth any = Truth.NO;
        for (int i = from; i <= to; i++) {
            any = any.or(allowed[i]);
        }
        return any;
    }

    /** The statement by which it does; null when none certainly does. */
    @SuppressWarnings("unchecked")
    @Nullable
    C by(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (allowedBy[i] != null) {
                return (C) allowedBy[i];
            }
        }
        return null;
    }
}
