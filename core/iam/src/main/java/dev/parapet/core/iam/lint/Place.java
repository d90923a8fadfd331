package dev.parapet.core.iam.lint;

import org.jspecify.annotations.Nullable;

/**
 * Where a policy stands, as far as that matters to what it may say. Sizes are characters without white space (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length">IAM character
 * limits</a>); the larger one counts where an account can ask for more.
 */
public enum Place {
    /** Nobody knows. */
    ANYWHERE(null, 0),
    /** A managed policy. */
    MANAGED_POLICY("a managed policy", 6_144),
    /** The policies within a role, all together. */
    ROLE("the policies within a role", 10_240),
    /** The policies within a user, all together. */
    USER("the policies within a user", 2_048),
    /** The policies within a group, all together. */
    GROUP("the policies within a group", 5_120),
    /** Who may assume a role. */
    TRUST("a trust policy", 8_192),
    /** The policy of another resource. */
    RESOURCE(null, 0),
    /** A policy of an organisation. */
    CONTROL(null, 0);

    private final @Nullable String title;
    private final int size;

    Place(@Nullable String title, int size) {
        this.title = title;
        this.size = size;
    }

    /** What to call it; null where no size is limited. */
    @Nullable
    String title() {
        return title;
    }

    /** How many characters may stand there; 0 where no size is limited. */
    int size() {
        return size;
    }

    /** Whether it says what an identity may do, and so names no principal. */
    boolean isOfIdentity() {
        return switch (this) {
            case MANAGED_POLICY, ROLE, USER, GROUP, CONTROL -> true;
            case ANYWHERE, TRUST, RESOURCE -> false;
        };
    }
}
