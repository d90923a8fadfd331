package dev.parapet.read.cloudformation.sam.template;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The partition of a region, by how the region's name begins. */
final class Partition {
    private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

    static {
        BY_PREFIX.put("cn-", "aws-cn");
        BY_PREFIX.put("us-iso-", "aws-iso");
        BY_PREFIX.put("us-isob", "aws-iso-b");
        BY_PREFIX.put("us-gov", "aws-us-gov");
        BY_PREFIX.put("eu-isoe", "aws-iso-e");
        BY_PREFIX.put("us-isof", "aws-iso-f");
        BY_PREFIX.put("eusc-", "aws-eusc");
    }

    private Partition() {}

    static String of(@Nullable String region) {
        if (region != null) {
            for (Map.Entry<String, String> entry : BY_PREFIX.entrySet()) {
                if (region.toLowerCase(Locale.ROOT).startsWith(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return "aws";
    }
}
