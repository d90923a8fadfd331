package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom the trust policies of an account's roles let in (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html">Role trust policies</a>). Roles
 * whose policies say the same are looked at once.
 */
final class Trusts {
    /** Roles whose trust policies say the same; compared by identity. */
    private static final class Trust {
        final Policy policy;
        /** One of the roles. */
        final String sample;
        /** Whether it says something else of one than of another. */
        final boolean personal;

        final BitSet roles = new BitSet();

        Trust(Policy policy, String sample, boolean personal) {
            this.policy = policy;
            this.sample = sample;
            this.personal = personal;
        }
    }

    /**
     * What a trust policy says of somebody.
     *
     * @param itself whether it lets it in by itself
     * @param passed whether it does where a policy of the identity allows it too
     */
    private record Welcome(Truth itself, Truth passed) {}

    private static final Policy NOTHING =
            new Policy(Version.V2012, null, List.of(), ProviderPolicies.ADMINISTRATOR.span());

    private final Account account;
    private final Access access;
    private final Clauses clauses;
    private final List<Trust> trusts;
    private final List<Trust> open = new ArrayList<>();
    private final Map<String, Set<Trust>> named = new HashMap<>();
    private final Map<Trust, Welcome> shared = new HashMap<>();
    private final Map<String, Selection> services = new HashMap<>();

    Trusts(Account account, Access access, Clauses clauses) {
        this.account = account;
        this.access = access;
        this.clauses = clauses;
        Map<List<Object>, Trust> distinct = new LinkedHashMap<>();
        for (int i = 0; i < account.identities().size(); i++) {
            Identity role = account.identities().get(i);
            Policy policy = role.trust();
            if (role.kind() == Identity.Kind.ROLE && policy != null) {
                distinct.computeIfAbsent(meaning(policy), any -> trust(policy, role))
                        .roles
                        .set(i);
            }
        }
        this.trusts = List.copyOf(distinct.values());
        trusts.forEach(this::index);
    }

    private static List<Object> meaning(Policy policy) {
        List<Object> meaning = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            meaning.add(String.valueOf(statement.principal()));
            meaning.add(Clause.meaning(statement));
        }
        return meaning;
    }

    private Trust trust(Policy policy, Identity sample) {
        // conditions and variables may ask who it is
        boolean personal =
                !clauses.of(policy).stream().allMatch(clause -> clause.keys().noneMatch(Clause::isAboutWho))
                        || policy.statements().stream()
                                .anyMatch(statement -> statement.principal() != null
                                        && (statement.principal().negated()
                                                || statement.principal().patterns().stream()
                                                        .anyMatch(PrincipalPattern.Identity.class::isInstance)));
        return new Trust(policy, sample.arn(), personal);
    }

    private void index(Trust trust) {
        boolean anybody = false;
        for (Statement statement : trust.policy.statements()) {
            if (statement.effect() != Effect.ALLOW || statement.principal() == null) {
                continue;
            }
            anybody |= statement.principal().negated();
            for (PrincipalPattern pattern : statement.principal().patterns()) {
                switch (pattern) {
                    case PrincipalPattern.Everyone ignored -> anybody = true;
                    case PrincipalPattern.Unknown ignored -> anybody = true;
                    case PrincipalPattern.Account one -> anybody |= one.id().equals(account.id());
                    case PrincipalPattern.Identity one ->
                        named.computeIfAbsent(holder(one.arn()), arn -> new LinkedHashSet<>())
                                .add(trust);
                    case PrincipalPattern.Service ignored -> {}
                    case PrincipalPattern.Federated ignored -> {}
                    case PrincipalPattern.CanonicalUser ignored -> {}
                }
            }
        }
        if (anybody) {
            open.add(trust);
        }
    }

    /** Whom an ARN of a trust policy is about: of a session its role, of which the ARN has the name without a path. */
    private static String holder(String arn) {
        return Principal.parse(arn) instanceof Principal.RoleSession session
                ? "session of " + session.account() + "/" + session.role()
                : arn;
    }

    /** Which roles somebody may assume. */
    Selection assumable(Standing who, Map<String, String> chosen) {
        Selection any = Selection.NONE;
        Selection granted = access.mayTo(who, "sts:AssumeRole", chosen);
        Set<Trust> welcoming = new LinkedHashSet<>(open);
        welcoming.addAll(named.getOrDefault(who.identity().arn(), Set.of()));
        String arn = who.identity().arn();
        Set<Trust> sessions = named.getOrDefault(
                "session of " + account.id() + "/" + arn.substring(arn.lastIndexOf('/') + 1), Set.of());
        welcoming.addAll(sessions);
        for (Trust trust : welcoming) {
            Welcome welcome = welcome(trust, who);
            Selection roles = Selection.of(trust.roles);
            Selection itself = roles.and(welcome.itself());
            if (isBounded(who)) {
                itself =
                        itself.and(access.limits(who, "sts:AssumeRole", chosen)).or(roles.and(regardless(trust, who)));
            }
            if (sessions.contains(trust)) {
                itself = itself.or(roles.and(bySession(trust, who)));
            }
            any = any.or(itself).or(granted.and(roles).and(welcome.passed()));
        }
        return any.without(access.denied(who, "sts:AssumeRole", chosen));
    }

    /** Whether somebody may assume one role, which is what {@link #assumable} says of all. */
    Truth assumes(Standing who, int role, Map<String, String> chosen) {
        Identity target = account.identities().get(role);
        Truth any = Truth.NO;
        Truth granted = access.may(who, "sts:AssumeRole", target.arn(), chosen);
        for (Trust trust : trusts) {
            if (trust.roles.get(role)) {
                Welcome welcome = welcome(trust, who);
                Truth itself = welcome.itself();
                if (isBounded(who)) {
                    itself = itself.and(access.limit(who, "sts:AssumeRole", target.arn(), chosen))
                            .or(regardless(trust, who));
                }
                any = itself.or(bySession(trust, who)).or(granted.and(welcome.passed()));
            }
        }
        return any.and(
                access.denied(who, "sts:AssumeRole", target.arn(), chosen).not());
    }

    private static boolean isBounded(Standing who) {
        return who.isRole() && !who.identity().bounded().isEmpty();
    }

    /** Whether a role is let in whatever its boundary says: as everybody is, not by its name. */
    private Truth regardless(Trust trust, Standing who) {
        Request request = request(trust, Access.principal(who.identity(), account.id()), context(who));
        return ask(request, trust.policy, List.of(), List.of(NOTHING));
    }

    private Welcome welcome(Trust trust, Standing who) {
        if (trust.personal) {
            return ask(trust, who);
        }
        // users and roles alike are of the account; what tells them apart makes a policy personal
        return shared.computeIfAbsent(trust, any -> ask(trust, who));
    }

    private Welcome ask(Trust trust, Standing who) {
        Request request = request(trust, Access.principal(who.identity(), account.id()), context(who));
        Truth itself = ask(request, trust.policy, List.of(), List.of());
        return itself instanceof Truth.Yes
                ? new Welcome(itself, itself)
                : new Welcome(itself, ask(request, trust.policy, List.of(ProviderPolicies.ADMINISTRATOR), List.of()));
    }

    /** Whether a session of a role is let in that has a certain name; who assumes the role chooses the name. */
    private Truth bySession(Trust trust, Standing who) {
        Truth any = Truth.NO;
        for (Statement statement : trust.policy.statements()) {
            if (statement.principal() == null || statement.effect() != Effect.ALLOW) {
                continue;
            }
            for (PrincipalPattern pattern : statement.principal().patterns()) {
                if (pattern instanceof PrincipalPattern.Identity(String arn)
                        && Principal.parse(arn) instanceof Principal.RoleSession session
                        && session.role()
                                .equals(who.identity()
                                        .arn()
                                        .substring(who.identity().arn().lastIndexOf('/') + 1))) {
                    any = any.or(ask(request(trust, session, context(who)), trust.policy, List.of(), List.of())
                            .and(Truth.unknown("whether the session is " + arn)));
                }
            }
        }
        return any;
    }

    private Context context(Standing who) {
        return new Context(Circumstances.of(who.identity(), account.id(), clauses.keys()), false);
    }

    private Request request(Trust trust, Principal principal, Context context) {
        return new Request(principal, "sts:AssumeRole", trust.sample, true, account.id(), context);
    }

    /** Which roles a service may assume. */
    Selection service(String service) {
        return services.computeIfAbsent(service, name -> {
            Selection any = Selection.NONE;
            for (Trust trust : trusts) {
                any = any.or(Selection.of(serves(name, trust), trust.roles));
            }
            return any;
        });
    }

    /** Whether a service may assume one role. */
    Truth serves(String service, int role) {
        Truth any = Truth.NO;
        for (Trust trust : trusts) {
            if (trust.roles.get(role)) {
                any = any.or(serves(service, trust));
            }
        }
        return any;
    }

    private Truth serves(String service, Trust trust) {
        Context context = new Context(Map.of("aws:SourceAccount", new ContextValue.One(account.id())), false);
        Truth any = Truth.NO;
        for (String action : List.of("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity")) {
            Request request =
                    new Request(new Principal.Service(service), action, trust.sample, true, account.id(), context);
            any = any.or(ask(request, trust.policy, List.of(), List.of()));
        }
        return any;
    }

    private static Truth ask(Request request, Policy trust, List<Policy> identity, List<Policy> boundaries) {
        Truth truth = truth(request, trust, identity, boundaries);
        if (truth instanceof Truth.Unknown) {
            // it may hang on a deny alone where nothing is allowed anyway
            Policy allows = new Policy(
                    trust.version(),
                    trust.id(),
                    trust.statements().stream()
                            .filter(statement -> statement.effect() == Effect.ALLOW)
                            .toList(),
                    trust.span());
            return truth(request, allows, identity, boundaries).and(truth);
        }
        return truth;
    }

    private static Truth truth(Request request, Policy trust, List<Policy> identity, List<Policy> boundaries) {
        Answer answer = ReferenceEvaluator.evaluate(
                request, new Policies(identity, boundaries, List.of(), trust, List.of(), List.of(), List.of()));
        return switch (answer.decision()) {
            case ALLOWED -> Truth.YES;
            case EXPLICIT_DENY, IMPLICIT_DENY -> Truth.NO;
            case UNDETERMINED ->
                answer.missing().isEmpty()
                        ? Truth.unknown("the request")
                        : new Truth.Unknown(new TreeSet<>(answer.missing()));
        };
    }
}
