package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;

/**
 * Something that is wrong with a policy document.
 *
 * @param message what is wrong and what to do, one sentence
 * @param span where
 */
public record PolicyProblem(String message, Span span) {}
