package dev.parapet.cli.iam;

import dev.parapet.core.iam.access.Grant;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of the table of what somebody can do: services of which everything is given are one row, many such services too. */
final class ServiceRows {
    /** So many services of which everything is given are one row. */
    private static final int MANY = 6;

    private final GrantWords words;

    ServiceRows(GrantWords words) {
        this.words = words;
    }

    void add(List<Grant> grants, TextTable table) {
        Map<String, List<Grant>> byService = new LinkedHashMap<>();
        grants.forEach(grant -> byService
                .computeIfAbsent(grant.service(), service -> new ArrayList<>())
                .add(grant));
        List<String> whole = new ArrayList<>();
        byService.forEach((service, own) -> {
            if (isWhole(service, own)) {
                whole.add(service);
            }
        });
        if (whole.size() >= MANY) {
            table.add(services(whole), "all", "all", "everything", "");
        }
        byService.forEach((service, own) -> {
            boolean isWhole = whole.contains(service);
            if (isWhole && whole.size() < MANY) {
                table.add(service, "all", "all", "everything", "");
            }
            for (Grant grant : own) {
                if (!isWhole) {
                    table.add(
                            service,
                            grant.level().word(),
                            words.actions(grant),
                            words.resources(grant),
                            String.join(" and ", words.conditions(grant)));
                }
            }
        });
    }

    /** Whether all actions of a service are given on everything, whatever the circumstances. */
    private static boolean isWhole(String service, List<Grant> grants) {
        long given = grants.stream()
                .filter(grant -> grant.isCertain() && grant.resources().equals(List.of("*")))
                .mapToLong(grant -> grant.actions().size())
                .sum();
        return given == ActionTable.standard().matching(service + ":*").size();
    }

    private static String services(List<String> whole) {
        Set<String> all = ActionTable.standard().matching("*").stream()
                .map(action -> action.name().substring(0, action.name().indexOf(':')))
                .collect(Collectors.toSet());
        return whole.size() == all.size() ? "every service" : whole.size() + " services";
    }
}
