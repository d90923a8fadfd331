package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;

/**
 * Something that SAM does not take.
 *
 * @param resource the logical id; empty when it is no resource's
 * @param message what is wrong, in SAM's words
 * @param span where
 */
public record Problem(String resource, String message, Span span) {
    /** Something that is wrong with the template as a whole. */
    public static Problem ofTemplate(String detail, Span span) {
        return new Problem("", "Structure of the SAM template is invalid. " + detail, span);
    }
}
