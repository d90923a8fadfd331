package dev.parapet.core.iam.policy;

import org.jspecify.annotations.Nullable;

/** A piece of a pattern. */
public sealed interface Token {
    /** These characters. */
    record Literal(String text) implements Token {}

    /** {@code *}: any characters, or none. */
    record AnyText() implements Token {}

    /** {@code ?}: one character. */
    record AnyCharacter() implements Token {}

    /**
     * {@code ${key}} or {@code ${key, 'fallback'}}: what the request says of a condition key
     * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>).
     *
     * @param key the condition key in lower case
     * @param fallback what stands for it when the request doesn't have the key; null when nothing does
     */
    record Variable(String key, @Nullable String fallback) implements Token {}

    /**
     * Some text that is not known when the policy is read.
     *
     * @param missing what would settle it, such as {@code Parameter Stage}
     */
    record Unknown(String missing) implements Token {}
}
