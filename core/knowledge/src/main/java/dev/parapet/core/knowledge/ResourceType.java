package dev.parapet.core.knowledge;

import java.util.List;

/**
 * A type of resource that actions of a service take (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#resources_table">Resource
 * types table</a>).
 *
 * @param name such as {@code bucket}
 * @param arns the forms of its ARN, mostly one, such as <code>arn:${Partition}:s3:::${BucketName}</code>; what is between <code>${</code>
 *     and <code>}</code> differs from one resource to the next
 * @param keys the condition keys that requests about it have
 */
public record ResourceType(String name, List<String> arns, List<String> keys) {
    public ResourceType {
        arns = List.copyOf(arns);
        keys = List.copyOf(keys);
    }
}
