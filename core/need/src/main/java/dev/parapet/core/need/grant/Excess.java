package dev.parapet.core.need.grant;

import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.need.resource.NamedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a role grants beyond what is needed, statement by statement. Of a wildcard the actions that are not needed are listed one by one,
 * unless none under it is needed. A part of a resource (an index of a table) goes with the resource itself.
 */
public final class Excess {
    private static final NamedResource ALL = NamedResource.ALL;

    private final List<Need> needs;
    private final Perhaps perhaps;
    private final List<ExcessAction> unneeded = new ArrayList<>();
    private final List<ExcessAction> wider = new ArrayList<>();

    private Excess(List<Need> needs, Perhaps perhaps) {
        this.needs = needs;
        this.perhaps = perhaps;
    }

    /**
     * What came of the comparison.
     *
     * @param unneeded actions that are not needed on anything that their statement names
     * @param wider actions that are needed on less than their statement gives
     */
    public record Result(List<ExcessAction> unneeded, List<ExcessAction> wider) {
        public Result {
            unneeded = List.copyOf(unneeded);
            wider = List.copyOf(wider);
        }
    }

    /**
     * Compares.
     *
     * @param needs all that is needed
     * @param perhaps what may be needed besides, and is no excess
     */
    public static Result of(Role role, List<Need> needs, Perhaps perhaps) {
        Excess excess = new Excess(List.copyOf(needs), perhaps);
        for (GrantedStatement statement : role.statements()) {
            // what all but some actions are is told by the statement itself
            if (statement.isAllow() && !statement.isNotAction()) {
                statement.actions().forEach(pattern -> excess.pattern(statement, pattern));
            }
        }
        return new Result(excess.unneeded, excess.wider);
    }

    private void pattern(GrantedStatement statement, String pattern) {
        String service = pattern.substring(0, Math.max(0, pattern.indexOf(':'))).toLowerCase(Locale.ROOT);
        if (perhaps.isOpen(service)) {
            return;
        }
        List<NamedResource> resources = statement.isNotResource() ? List.of(ALL) : statement.resources();
        boolean isWildcard = Wildcards.isPattern(pattern);
        boolean isNeeded =
                needs.stream().anyMatch(need -> Wildcards.matches(pattern, need.action()) && meetsAny(need, resources));
        if (!isWildcard || !isNeeded && !perhaps.meets(pattern)) {
            action(statement, pattern, resources);
            return;
        }
        if (service.isEmpty() || Wildcards.isPattern(service)) {
            // everything: of each service all of it, or one by one where some is needed
            ActionTable.standard().matching(pattern).stream()
                    .map(action -> action.name().substring(0, action.name().indexOf(':')))
                    .distinct()
                    .forEach(each -> pattern(statement, each + ":*"));
            return;
        }
        ActionTable.standard().matching(pattern).forEach(action -> action(statement, action.name(), resources));
    }

    private static boolean meetsAny(Need need, List<NamedResource> resources) {
        return resources.stream().anyMatch(resource -> resource.meets(need.resource()));
    }

    private void action(GrantedStatement statement, String action, List<NamedResource> resources) {
        if (perhaps.covers(action)) {
            return;
        }
        List<NamedResource> fitting = resources.stream()
                .filter(resource -> Wildcards.isPattern(action) || ResourceFit.fits(action, resource))
                .toList();
        List<Need> same = needs.stream()
                .filter(need -> need.action().equalsIgnoreCase(action))
                .toList();
        for (NamedResource resource : fitting) {
            List<NamedResource> needed = same.stream()
                    .map(Need::resource)
                    .filter(resource::meets)
                    .distinct()
                    .toList();
            if (needed.isEmpty()) {
                if (!isPartOfNeeded(resource, fitting, same)) {
                    unneeded.add(new ExcessAction(action, resource, List.of(), statement.from(), statement.span()));
                }
            } else if (isWider(resource, needed)
                    && needed.stream().noneMatch(it -> it.expression().equals(resource.expression()))) {
                wider.add(new ExcessAction(action, resource, needed, statement.from(), statement.span()));
            }
        }
    }

    /** Whether a resource is a part of another that the statement names and that is needed, or the other way round. */
    private static boolean isPartOfNeeded(NamedResource resource, List<NamedResource> fitting, List<Need> same) {
        return fitting.stream()
                .filter(other -> same.stream().anyMatch(need -> need.resource().meets(other)))
                .anyMatch(other -> resource.shape().startsWith(other.shape())
                        || other.shape().startsWith(resource.shape()));
    }

    private static boolean isWider(NamedResource granted, List<NamedResource> needed) {
        return needed.stream().allMatch(NamedResource::exact)
                && needed.stream().noneMatch(need -> need.covers(granted));
    }
}
