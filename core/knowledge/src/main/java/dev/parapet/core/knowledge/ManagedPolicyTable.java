package dev.parapet.core.knowledge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the
 * <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">managed policies of AWS</a> allow on every
 * resource and without a condition, from {@code managed-policies.txt}: a line each, path and name, then the services all of whose
 * actions the policy allows.
 */
public final class ManagedPolicyTable {
    private static final class Standard {
        static final ManagedPolicyTable TABLE = new ManagedPolicyTable(Table.lines("managed-policies.txt"));
    }

    private final Map<String, List<String>> services = new HashMap<>();

    private ManagedPolicyTable(List<String> lines) {
        for (String line : lines) {
            List<String> words = Arrays.asList(Table.words(line));
            services.put(words.get(0), List.copyOf(words.subList(1, words.size())));
        }
    }

    /** The table that comes with Parapet. */
    public static ManagedPolicyTable standard() {
        return Standard.TABLE;
    }

    /**
     * The prefixes of the services all of whose actions a policy allows on every resource, {@code *} alone for all services; none for
     * a policy that grants no whole service, and for one that is not the provider's.
     *
     * @param arn the ARN of the policy, or its path and name
     */
    public List<String> wholeServices(String arn) {
        int path = arn.indexOf(":iam::aws:policy/");
        return services.getOrDefault(path < 0 ? arn : arn.substring(path + ":iam::aws:policy/".length()), List.of());
    }
}
