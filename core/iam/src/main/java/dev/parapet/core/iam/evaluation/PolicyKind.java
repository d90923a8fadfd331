package dev.parapet.core.iam.evaluation;

/** The kinds of policies (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">Policies and permissions in IAM</a>). */
public enum PolicyKind {
    IDENTITY("identity", WithoutPrincipal.ANYBODY, ShortArn.COMPLETED),
    PERMISSIONS_BOUNDARY("permissionBoundary", WithoutPrincipal.ANYBODY, ShortArn.COMPLETED),
    SESSION("session", WithoutPrincipal.ANYBODY, ShortArn.COMPLETED),
    RESOURCE("resource", WithoutPrincipal.NOBODY, ShortArn.COMPLETED_BEHIND_WILDCARD),
    SERVICE_CONTROL("serviceControl", WithoutPrincipal.ANYBODY, ShortArn.COMPLETED_BEHIND_WILDCARD),
    RESOURCE_CONTROL("resourceControl", WithoutPrincipal.EVERYBODY, ShortArn.NOTHING),
    VPC_ENDPOINT("vpcEndpoint", WithoutPrincipal.EVERYBODY, ShortArn.COMPLETED_BEHIND_WILDCARD);

    /** Whom a statement without {@code Principal} is about. */
    enum WithoutPrincipal {
        /** The element has no place in this kind of policy and is ignored where it stands. */
        ANYBODY,
        /** Everybody; the element counts where it stands. */
        EVERYBODY,
        /** Nobody. */
        NOBODY
    }

    /**
     * What an ARN with fewer than six parts stands for (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Resource</a>).
     */
    enum ShortArn {
        /** The parts that are not there are {@code *}. */
        COMPLETED,
        /** The same when it ends with a {@code *}; else it is nothing. */
        COMPLETED_BEHIND_WILDCARD,
        /** Nothing. */
        NOTHING
    }

    private final String word;
    private final WithoutPrincipal withoutPrincipal;
    private final ShortArn shortArn;

    PolicyKind(String word, WithoutPrincipal withoutPrincipal, ShortArn shortArn) {
        this.word = word;
        this.withoutPrincipal = withoutPrincipal;
        this.shortArn = shortArn;
    }

    /** The word used in documents. */
    public String word() {
        return word;
    }

    WithoutPrincipal withoutPrincipal() {
        return withoutPrincipal;
    }

    ShortArn shortArn() {
        return shortArn;
    }
}
