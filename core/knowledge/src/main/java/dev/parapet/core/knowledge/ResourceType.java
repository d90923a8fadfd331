package dev.parapet.core.knowledge;

import java.util.List;

/**
 * A type of resource that actions of a service take (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#resources_table">Resource
 * types table</a>).
 *
 * @param name such as {@code bucket}
 * @param arn the form of its ARN, such as <code>arn:${Partition}:s3:::${BucketName}</code>; what is between <code>${</code> and <code>}</code>
 *     differs from one resource to the next
 * @param keys the condition keys that requests about it have
 */
public record ResourceType(String name, String arn, List<String> keys) {
    public ResourceType {
        keys = List.copyOf(keys);
    }
}
