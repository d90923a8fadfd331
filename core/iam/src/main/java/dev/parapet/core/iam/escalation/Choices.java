package dev.parapet.core.iam.escalation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody who uses a technique can choose: the service that a role is passed to, the policy that is attached, the region. */
final class Choices {
    private Choices() {}

    /** Each way to choose, as condition keys with their values. */
    static List<Map<String, String>> of(Technique technique, Standing who) {
        List<Map<String, String>> ways = List.of(Map.of());
        if (!technique.target().passedTo().isEmpty()) {
            ways = with(ways, "iam:PassedToService", technique.target().passedTo());
        }
        for (Map.Entry<String, List<String>> key : technique.with().entrySet()) {
            ways = with(ways, key.getKey(), key.getValue());
        }
        return who.regions().isEmpty() ? ways : with(ways, "aws:RequestedRegion", who.regions());
    }

    private static List<Map<String, String>> with(List<Map<String, String>> ways, String key, List<String> values) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> way : ways) {
            for (String value : values) {
                Map<String, String> next = new HashMap<>(way);
                next.put(key, value);
                more.add(Map.copyOf(next));
            }
        }
        return more;
    }
}
