package dev.parapet.model;

import org.jspecify.annotations.Nullable;

/**
 * A resource in its provider's own shape.
 *
 * @param id its name among all that were read
 * @param type the type in the provider's words, such as {@code AWS::Lambda::Function}
 * @param dialectType the type in the author's dialect where it differs, such as {@code AWS::Serverless::Function}
 * @param writtenAs the logical id of the authored resource that caused this one, where a transform generated it
 * @param construct the path of the CDK construct that made it
 * @param properties its properties, intrinsic functions resolved
 * @param attributes what stands beside the properties: {@code DeletionPolicy}, {@code UpdateReplacePolicy}, {@code DependsOn}, {@code Metadata}
 * @param condition the condition under which it exists, where that is not decided
 * @param span all of its text; for a generated resource, the text that caused it
 * @param head the line that names it
 */
public record Resource(
        ResourceId id,
        String type,
        @Nullable String dialectType,
        @Nullable String writtenAs,
        @Nullable String construct,
        Value.Mapping properties,
        Value.Mapping attributes,
        @Nullable Condition condition,
        Span span,
        Span head) {
    /** By the id alone: two resources of one scan that are equal have it in common, and the properties can be large. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
