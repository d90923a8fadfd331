package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.value.Arn;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that policies can be about.
 *
 * @param name what to call it: its address in a template, or its ARN
 * @param type its type in the provider's words, such as {@code AWS::S3::Bucket}
 * @param arn its ARN; a {@code *} where the region is not known
 * @param policy the policy on the resource: a bucket's, a function's permissions, a role's trust policy; null when it has none
 * @param tags those of its tags that are known
 */
public record AccountResource(
        String name, String type, String arn, @Nullable Policy policy, Map<String, String> tags) {
    /** The place of the part that names the resource. */
    private static final int LAST = 5;

    public AccountResource {
        tags = Map.copyOf(tags);
    }

    /**
     * How well an ARN names it: the length of its own name when the ARN is that of the resource or of a part of it (an object of a
     * bucket, an alias of a function, an index of a table), else 0.
     */
    int nearness(Arn asked) {
        Arn own = Arn.parse(arn);
        if (own == null) {
            return 0;
        }
        for (int i = 0; i < LAST; i++) {
            String part = own.part(i);
            if (!asked.isPart(i, part) && !part.equals("*") && !asked.isPart(i, "*")) {
                return 0;
            }
        }
        String name = own.resource();
        String part = asked.resource();
        boolean within = part.startsWith(name)
                && (part.length() == name.length() || "/:".indexOf(part.charAt(name.length())) >= 0);
        return within ? name.length() : 0;
    }
}
