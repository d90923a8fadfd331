package dev.parapet.core.iam.policy;

/** What a statement does (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html">Effect</a>). */
public enum Effect {
    /** It gives. */
    ALLOW,
    /** It takes away, whatever else gives. */
    DENY
}
