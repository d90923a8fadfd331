package dev.parapet.core.iam.account;

import dev.parapet.core.iam.policy.Policy;
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
    private static final int PARTS = 6;

    public AccountResource {
        tags = Map.copyOf(tags);
    }

    /**
     * How well an ARN names it: the length of its own name when the ARN is that of the resource or of a part of it (an object of a
     * bucket, an alias of a function, an index of a table), else 0.
     */
    int nearness(String[] asked) {
        String[] own = arn.split(":", PARTS);
        if (own.length < PARTS || asked.length < PARTS) {
            return 0;
        }
        for (int i = 0; i < PARTS - 1; i++) {
            if (!own[i].equals(asked[i]) && !own[i].equals("*") && !asked[i].equals("*")) {
                return 0;
            }
        }
        String part = asked[PARTS - 1];
        boolean within = part.startsWith(own[PARTS - 1])
                && (part.length() == own[PARTS - 1].length()
                        || "/:".indexOf(part.charAt(own[PARTS - 1].length())) >= 0);
        return within ? own[PARTS - 1].length() : 0;
    }
}
