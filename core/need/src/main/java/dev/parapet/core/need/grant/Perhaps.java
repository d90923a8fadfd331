package dev.parapet.core.need.grant;

import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.knowledge.Wildcards;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Actions that may be needed besides those that are known to be, by {@code perhaps.txt} and by what else is not known. */
public final class Perhaps {
    private static final Map<String, List<String>> BESIDES = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(Perhaps.class, "perhaps.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            BESIDES.put(cells.get(0), List.of(cells.get(1).split(" ", -1)));
        }
    }

    private final Set<String> services;
    private final Set<String> patterns = new HashSet<>();

    /**
     * What may be needed.
     *
     * @param needs what is
     * @param services prefixes of services, such as {@code s3}, of which more may be needed than is known
     * @param actions more actions that may be
     */
    public Perhaps(Collection<Need> needs, Set<String> services, Collection<String> actions) {
        this.services = Set.copyOf(services);
        for (Need need : needs) {
            patterns.addAll(BESIDES.getOrDefault(need.action(), List.of()));
            // the models behind a profile, too:
            // https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html
            if (need.resource().expression().contains(":inference-profile/")) {
                patterns.add(need.action());
            }
        }
        patterns.addAll(actions);
    }

    /** Whether any action of a service may be. */
    boolean isOpen(String service) {
        return services.contains(service);
    }

    /** Whether an action may be, or all actions of a pattern. */
    boolean covers(String action) {
        return patterns.stream().anyMatch(pattern -> Wildcards.matches(pattern, action));
    }

    /** Whether some action of a pattern may be. */
    boolean meets(String granted) {
        return patterns.stream().anyMatch(pattern -> Wildcards.matches(granted, pattern));
    }
}
