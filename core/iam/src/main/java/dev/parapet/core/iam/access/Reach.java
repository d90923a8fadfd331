package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who can reach a resource: users and roles of the accounts that are known, and those whom the resource's policy names, as services,
 * other accounts and anybody.
 */
public final class Reach {
    private final Directory directory;
    private final Target target;
    private final String arn;
    private final String actions;
    private final Map<String, ContextValue> context;
    private final ResourceKinds kinds = new ResourceKinds();
    private final SortedSet<String> unknown = new TreeSet<>();

    private Reach(Directory directory, Target target, @Nullable String action, Map<String, ContextValue> context) {
        this.directory = directory;
        this.target = target;
        this.arn = target.arn();
        AccountResource resource = target.resource();
        String service = resource != null ? EffectiveAccess.service(resource) : EffectiveAccess.service(arn);
        this.actions = action != null ? action : service + ":*";
        this.context = context;
    }

    /**
     * Somebody who can reach it.
     *
     * @param who who
     * @param grants what it can do to it, the most powerful levels first
     */
    public record Reacher(Asker who, List<Grant> grants) {
        public Reacher {
            grants = List.copyOf(grants);
        }
    }

    /**
     * Who can.
     *
     * @param reachers those who can, or may be able to: those of the accounts first, then those whom its policy names
     * @param unknown what is not at hand and may let in more, sorted
     */
    public record Result(List<Reacher> reachers, List<String> unknown) {
        public Result {
            reachers = List.copyOf(reachers);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * Who can reach a resource.
     *
     * @param action the action that is asked about, or a pattern of several; null for all of the resource's service
     * @param context what is known of the circumstances
     */
    public static Result of(
            Directory directory, Target target, @Nullable String action, Map<String, ContextValue> context) {
        return new Reach(directory, target, action, context).result();
    }

    private Result result() {
        List<Reacher> reachers = new ArrayList<>();
        boolean open = false;
        List<Reacher> others = new ArrayList<>();
        for (Asker asker : new NamedPrincipals(directory, target.policy(), unknown).askers()) {
            Reacher reacher = reacher(asker);
            open |= asker.principal().accountId() == null && isOpen(reacher, asker);
            if (!reacher.grants().isEmpty()) {
                others.add(reacher);
            }
        }
        for (Account account : directory.accounts()) {
            for (Identity identity : account.identities()) {
                // The members of a group are users, who have its policies.
                if (identity.kind() != Identity.Kind.GROUP) {
                    Reacher reacher = reacher(Asker.of(identity, account), !open);
                    if (!reacher.grants().isEmpty()) {
                        reachers.add(reacher);
                    }
                }
            }
        }
        reachers.addAll(others);
        return new Result(reachers, List.copyOf(unknown));
    }

    /** Whether anybody can: whoever is listed besides can by the same statement. */
    private static boolean isOpen(Reacher reacher, Asker asker) {
        return asker.principal().text().equals("anonymous")
                && reacher.grants().stream().anyMatch(Grant::isCertain);
    }

    private Reacher reacher(Asker asker) {
        return reacher(asker, true);
    }

    private Reacher reacher(Asker asker, boolean byPolicy) {
        Probe probe = new Probe(asker, context);
        ActionGroups groups = new ActionGroups(probe.others());
        GrantTable table = new GrantTable();
        if (asker.principal().accountId() != null && asker.isOf(directory)) {
            for (NamedPolicy named : asker.policies()) {
                for (Statement statement : named.policy().statements()) {
                    if (statement.action().patterns().stream().anyMatch(TextPattern::isPartlyUnknown)) {
                        unknown.add(named.name());
                    } else if (isConceivable(statement)) {
                        add(probe, groups, statement, true, table);
                    }
                }
            }
        }
        Policy policy = target.policy();
        if (policy != null && byPolicy) {
            for (Statement statement : policy.statements()) {
                if (isConceivable(statement)) {
                    add(probe, groups, statement, false, table);
                }
            }
        }
        return new Reacher(asker, table.grants());
    }

    private void add(Probe probe, ActionGroups groups, Statement statement, boolean byIdentity, GrantTable table) {
        List<TextPattern> patterns = EffectiveAccess.patterns(statement).stream()
                .filter(this::mayCover)
                .toList();
        if (patterns.isEmpty()) {
            return;
        }
        for (List<ActionTable.Action> group : groups.of(statement, actions)) {
            String action = group.getFirst().name();
            if (group.getFirst().hasResource()) {
                for (TextPattern pattern : patterns) {
                    for (String place : places(probe, pattern, group)) {
                        Target part = new Target(place, target.resource(), target.owner(), target.policy());
                        Probe.Given given = byIdentity
                                ? probe.byIdentity(statement, pattern, action, part)
                                : probe.byResource(statement, pattern, action, part);
                        if (given != null) {
                            table.add(kinds.fitting(group, place, target.resource()), place, given);
                        }
                    }
                }
            }
        }
    }

    /** What of the resource a pattern is about: a part of it that it names, else all of it. */
    private List<String> places(Probe probe, TextPattern pattern, List<ActionTable.Action> group) {
        String covered = probe.resources(pattern);
        if (covered.startsWith(arn)) {
            return List.of(covered);
        }
        AccountResource resource = target.resource();
        if (resource == null || !resource.arn().equals(arn)) {
            return List.of(arn);
        }
        SortedSet<String> places = new TreeSet<>();
        group.forEach(action -> places.add(arn + ResourceKinds.inside(resource, action.name())));
        return List.copyOf(places);
    }

    private boolean isConceivable(Statement statement) {
        return statement.effect() == Effect.ALLOW && mayBeAbout(statement.action());
    }

    private boolean mayBeAbout(Element<TextPattern> element) {
        int colon = actions.indexOf(':');
        String service = colon < 0 ? actions : actions.substring(0, colon);
        return element.negated()
                || element.patterns().stream().anyMatch(pattern -> {
                    int end = pattern.text().indexOf(':');
                    return Wildcards.matches(
                            end < 0 ? pattern.text() : pattern.text().substring(0, end), service);
                });
    }

    /** Whether a pattern may cover the resource or a part of it, by what both begin with. */
    private boolean mayCover(TextPattern pattern) {
        if (pattern.tokens().isEmpty() || !(pattern.tokens().getFirst() instanceof Token.Literal(String literal))) {
            return true;
        }
        int length = Math.min(literal.length(), arn.length());
        for (int i = 0; i < length; i++) {
            // What stands behind an asterisk of the resource's own ARN, where the region is not known, is not looked
            // at.
            if (arn.charAt(i) == '*') {
                return true;
            }
            if (literal.charAt(i) != arn.charAt(i)) {
                return false;
            }
        }
        return literal.length() <= arn.length() || "/:*".indexOf(literal.charAt(arn.length())) >= 0;
    }
}
