package dev.parapet.core.iam.policy;

/**
 * The version of the policy language (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">Version</a>). A document that
 * names none has the older one.
 */
public enum Version {
    /** {@code 2008-10-17}: {@code ${aws:username}} is a text like any other. */
    V2008,
    /** {@code 2012-10-17}: policy variables are replaced. */
    V2012
}
