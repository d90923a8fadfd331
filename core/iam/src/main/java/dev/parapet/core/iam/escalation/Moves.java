package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each identity can do to get ahead: every technique of the catalogue put to every target that it can be about, all targets at
 * once. {@link Reasons} looks at one of them.
 */
final class Moves {
    private final Account account;
    private final Access access;
    private final Clauses clauses;
    private final Targets targets;
    private final Trusts trusts;
    private final List<Catalogue.Entry> techniques;
    private final Candidates candidates;
    private final Workloads workloads;

    Moves(
            Account account,
            Access access,
            Clauses clauses,
            Targets targets,
            Trusts trusts,
            List<Catalogue.Entry> techniques) {
        this.account = account;
        this.access = access;
        this.clauses = clauses;
        this.targets = targets;
        this.trusts = trusts;
        this.techniques = techniques;
        this.candidates = new Candidates(account);
        this.workloads = new Workloads(account, candidates);
    }

    /**
     * A technique that somebody can use, or may be able to.
     *
     * @param candidates the places of the identities that it could be about if everything were allowed
     * @param targets the identities that it can be about
     * @param changes what can become of the one who does it, where that is not the same for all techniques with the same gain
     */
    record Move(Technique technique, BitSet candidates, Selection targets, Map<Standing.Change, Truth> changes) {}

    /** The techniques that somebody can use or may be able to, in the order of the catalogue. */
    List<Move> of(Standing who) {
        List<Move> moves = new ArrayList<>();
        for (Catalogue.Entry entry : techniques) {
            if (isConceivable(entry, who)) {
                Technique technique = entry.technique();
                BitSet about = isNamed(technique, who) ? candidates.of(technique.target(), who) : new BitSet();
                Selection open = about.isEmpty() ? Selection.NONE : open(technique, who, Selection.of(about));
                if (!open.isEmpty()) {
                    moves.add(new Move(technique, about, open, changes(technique, who)));
                }
            }
        }
        return moves;
    }

    /** Whether somebody's policies mention all that a technique needs; a trust policy may give what is needed of STS by itself. */
    private boolean isConceivable(Catalogue.Entry technique, Standing who) {
        for (String action : technique.actions()) {
            if (!action.startsWith("sts:") && !who.mentioned().get(clauses.number(action))) {
                return false;
            }
        }
        return true;
    }

    /** Whether somebody's policies name the service of what a technique needs, not only all services or all but some. */
    private boolean isNamed(Technique technique, Standing who) {
        String action = technique.needs().getFirst().action();
        return !technique.target().byName()
                || who.relevant(clauses.number(action)).allows().stream()
                        .anyMatch(clause -> clause.names(action.substring(0, action.indexOf(':') + 1)));
    }

    private Map<Standing.Change, Truth> changes(Technique technique, Standing who) {
        Map<Standing.Change, Truth> changes = new LinkedHashMap<>();
        boolean first = who.change().version() == null && who.change().tags().isEmpty();
        if (first && technique.gain() == Technique.Gain.VERSION) {
            for (String policy : who.identity().customerManaged()) {
                Truth truth = access.mayAll(who, technique.needs(), policy, Map.of());
                for (int i = 0;
                        i < account.versions().getOrDefault(policy, List.of()).size();
                        i++) {
                    changes.put(Standing.Change.version(policy, i), truth);
                }
            }
        }
        if (first && technique.gain() == Technique.Gain.TAGS) {
            Truth truth = access.mayAll(who, technique.needs(), who.identity().arn(), Map.of());
            for (Map<String, String> tags : clauses.tags()) {
                changes.put(Standing.Change.tagged(tags), truth);
            }
        }
        if (technique.gain() == Technique.Gain.UNDENIED) {
            Set<String> without = new TreeSet<>();
            Truth all = Truth.YES;
            for (String policy : denying(technique, who.identity())) {
                Truth truth =
                        access.mayAll(who, technique.needs(), who.identity().arn(), Map.of("iam:PolicyARN", policy));
                if (!(truth instanceof Truth.No)) {
                    without.add(policy);
                    all = all.and(truth);
                }
            }
            if (!without.isEmpty()) {
                changes.put(Standing.Change.without(without), all);
            }
        }
        return changes;
    }

    /** The policies of an identity itself, not of its groups, that deny something: managed ones to be detached, others to be deleted. */
    private List<String> denying(Technique technique, Identity identity) {
        boolean managed = technique.needs().getFirst().action().startsWith("iam:Detach");
        List<NamedPolicy> ofGroups = Standing.ofGroups(identity, account);
        return identity.named().stream()
                .filter(named -> named.name().startsWith("arn:") == managed
                        && !ofGroups.contains(named)
                        && named.policy().statements().stream().anyMatch(one -> one.effect() == Effect.DENY))
                .map(NamedPolicy::name)
                .distinct()
                .toList();
    }

    private Selection open(Technique technique, Standing who, Selection about) {
        Selection open = about;
        if (!technique.target().trusts().isEmpty()) {
            Selection trusting = Selection.NONE;
            for (String service : technique.target().trusts()) {
                trusting = trusting.or(trusts.service(service));
            }
            open = open.and(trusting);
        }
        Selection any = Selection.NONE;
        for (Map<String, String> chosen : Choices.of(technique, who)) {
            any = any.or(allowed(technique, who, open, chosen));
        }
        String onlyIf = technique.onlyIf();
        return onlyIf == null ? any : any.and(Truth.unknown(onlyIf));
    }

    private Selection allowed(Technique technique, Standing who, Selection about, Map<String, String> chosen) {
        Selection open = about;
        Map<String, List<Technique.Need>> together = new LinkedHashMap<>();
        List<Technique.Need> onPolicy = new ArrayList<>();
        List<Technique.Need> onWorkload = new ArrayList<>();
        for (Technique.Need need : technique.needs()) {
            if (open.isEmpty()) {
                return open;
            }
            switch (need.on()) {
                case "target" ->
                    open = open.and(
                            need.isAssumption() ? trusts.assumable(who, chosen) : access.mayTo(who, need, chosen));
                case "policy" -> onPolicy.add(need);
                case "workload" -> onWorkload.add(need);
                case "self" ->
                    open = open.and(
                            access.mayAll(who, List.of(need), who.identity().arn(), chosen));
                case "*" -> open = open.and(access.mayAll(who, List.of(need), "*", chosen));
                default ->
                    together.computeIfAbsent(access.placed(need.on()), arn -> new ArrayList<>())
                            .add(need);
            }
        }
        for (Map.Entry<String, List<Technique.Need>> entry : together.entrySet()) {
            if (!open.isEmpty()) {
                open = open.and(access.mayAll(who, entry.getValue(), entry.getKey(), chosen));
            }
        }
        if (!onPolicy.isEmpty() && !open.isEmpty()) {
            Selection policies = Selection.of(targets.all());
            for (Technique.Need need : onPolicy) {
                policies = policies.and(access.mayTo(who, need, chosen));
            }
            open = open.and(targets.holders(policies));
        }
        return onWorkload.isEmpty() || open.isEmpty()
                ? open
                : open.and(running(technique.target(), who, onWorkload, chosen));
    }

    /** The roles as which something runs to which somebody may do all of some actions. */
    private Selection running(
            Technique.Target target, Standing who, List<Technique.Need> needs, Map<String, String> chosen) {
        String service = String.valueOf(target.runs());
        String as = access.placed(String.valueOf(target.as()));
        BitSet unnamed = workloads.unnamed(service);
        Selection any = unnamed.isEmpty()
                ? Selection.NONE
                : Selection.of(unnamed).and(trusts.service(service)).and(access.mayAll(who, needs, as, chosen));
        for (Account.Workload workload : workloads.named(service, as)) {
            BitSet role = new BitSet();
            role.set(candidates.place(workload.role()));
            any = any.or(Selection.of(access.mayAll(who, needs, workload.arn(), chosen), role));
        }
        return any;
    }

    /** Why somebody can use a technique on one identity. */
    Reasons.Reason reason(Technique technique, Standing who, int target) {
        return new Reasons(access, trusts, workloads, targets).of(technique, who, target);
    }
}
