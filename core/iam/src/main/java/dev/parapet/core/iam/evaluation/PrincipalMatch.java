package dev.parapet.core.iam.evaluation;

/**
 * How closely a statement of a resource policy names the principal; what else must allow depends on it (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html">Policy
 * evaluation for requests within a single account</a>).
 */
enum PrincipalMatch {
    /** The statement is about somebody else. */
    NONE,
    /** It names the account, which may pass the permission on. */
    ACCOUNT,
    /** It names the user who started a federated session. */
    USER_OF_SESSION,
    /** It names the role behind a session. */
    ROLE_OF_SESSION,
    /** It names the principal itself. */
    ITSELF,
    /** It names everybody. */
    EVERYBODY
}
