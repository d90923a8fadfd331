package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a technique, who uses it and whom it is about one by one, for the words of a path: on which resource it is used, and what its
 * use hangs on. Where {@link Moves} says that a technique is open, this says so too.
 */
record Reasons(Access access, Trusts trusts, Workloads workloads, Targets targets) {
    /**
     * Why a technique is open.
     *
     * @param on what to call the resource that serves for it; null when none does
     * @param truth whether it is open
     */
    record Reason(@Nullable String on, Truth truth) {}

    private record Resource(@Nullable String name, String arn, Truth truth) {}

    Reason of(Technique technique, Standing who, int target) {
        Truth open = technique.target().trusts().isEmpty() ? Truth.YES : Truth.NO;
        for (String service : technique.target().trusts()) {
            open = open.or(trusts.serves(service, target));
        }
        String onlyIf = technique.onlyIf();
        open = onlyIf == null ? open : open.and(Truth.unknown(onlyIf));
        Reason best = new Reason(null, Truth.NO);
        for (Resource resource : resources(technique.target(), target)) {
            Truth allowed = Truth.NO;
            for (Map<String, String> chosen : Choices.of(technique, who)) {
                allowed = allowed.or(allowed(technique, who, target, resource.arn(), chosen));
            }
            Truth truth = open.and(resource.truth()).and(allowed);
            if (best.truth() instanceof Truth.No || truth instanceof Truth.Yes) {
                best = new Reason(resource.name(), truth);
            }
            if (truth instanceof Truth.Yes) {
                break;
            }
        }
        return best;
    }

    private List<Resource> resources(Technique.Target about, int target) {
        List<Resource> resources = new ArrayList<>();
        String service = about.runs();
        if (service != null) {
            String as = access.placed(String.valueOf(about.as()));
            for (Account.Workload workload : workloads.named(service, as)) {
                if (workload.role().equals(targets.arn(target))) {
                    resources.add(new Resource(workload.name(), workload.arn(), Truth.YES));
                }
            }
            if (workloads.unnamed(service).get(target)) {
                resources.add(new Resource(null, as, trusts.serves(service, target)));
            }
        } else if (about.customerManaged()) {
            targets.policies(target).forEach(arn -> resources.add(new Resource(arn, arn, Truth.YES)));
        } else {
            resources.add(new Resource(null, "*", Truth.YES));
        }
        return resources;
    }

    private Truth allowed(Technique technique, Standing who, int target, String resource, Map<String, String> chosen) {
        Map<String, List<Technique.Need>> together = new LinkedHashMap<>();
        Truth all = Truth.YES;
        for (Technique.Need need : technique.needs()) {
            String on = switch (need.on()) {
                case "target" -> targets.arn(target);
                case "self" -> who.identity().arn();
                case "policy", "workload" -> resource;
                default -> access.placed(need.on());
            };
            if (need.isAssumption()) {
                all = all.and(trusts.assumes(who, target, chosen));
            } else if (on.equals("*")) {
                all = all.and(access.mayAll(who, List.of(need), on, chosen));
            } else {
                together.computeIfAbsent(on, arn -> new ArrayList<>()).add(need);
            }
        }
        for (Map.Entry<String, List<Technique.Need>> entry : together.entrySet()) {
            all = all.and(access.mayAll(who, entry.getValue(), entry.getKey(), chosen));
        }
        return all;
    }
}
