package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.evaluation.ResourceSet;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks what an identity may do. Of the request only what follows from who asks is known; a decision that hangs on anything else, such
 * as where a request comes from, is unknown.
 */
final class Access {
    private final Account account;
    private final Map<String, Truth> assumed = new HashMap<>();
    private final IdentityHashMap<Identity, Map<List<String>, List<Policy>>> relevant = new IdentityHashMap<>();

    Access(Account account) {
        this.account = account;
    }

    /** Whether somebody may do all of some actions to one and the same resource, which may be any of a set. */
    Truth all(Identity who, List<String> actions, String resource, @Nullable Policy policy, Map<String, String> with) {
        Policies policies = new Policies(
                relevant(who, actions), who.boundaries(), List.of(), policy, List.of(), List.of(), List.of());
        List<Request> requests = new ArrayList<>();
        Truth whole = Truth.YES;
        for (String action : actions) {
            Request request = request(who, action, resource, with);
            if (request.asksForSet()) {
                requests.add(request);
            } else {
                whole = whole.and(truth(ReferenceEvaluator.evaluate(request, policies)));
            }
        }
        if (requests.isEmpty() || whole instanceof Truth.No) {
            return whole;
        }
        return whole.and(someOf(requests, policies));
    }

    private static Truth someOf(List<Request> requests, Policies policies) {
        List<String> resources = ResourceSet.resources(requests, policies);
        if (resources == null) {
            return Truth.unknown("a resource without wildcards");
        }
        Truth any = Truth.NO;
        for (String resource : resources) {
            Truth all = Truth.YES;
            for (Request request : requests) {
                if (!(all instanceof Truth.No)) {
                    all = all.and(truth(ReferenceEvaluator.evaluate(request.of(resource), policies)));
                }
            }
            any = any.or(all);
            if (any instanceof Truth.Yes) {
                break;
            }
        }
        return any;
    }

    /** Whether somebody's policies allow an action on anything, in any circumstances; asked before anything else, as it seldom is so. */
    boolean isMentioned(Identity who, String action) {
        return relevant(who, List.of(action)).stream()
                .flatMap(policy -> policy.statements().stream())
                .anyMatch(statement -> statement.effect() == Effect.ALLOW);
    }

    /** Whether a role's trust policy names anybody but services and identity providers. */
    static boolean trustsIdentities(Identity role) {
        return role.trust() != null
                && role.trust().statements().stream()
                        .filter(statement -> statement.effect() == Effect.ALLOW)
                        .anyMatch(statement -> namesIdentities(statement.principal()));
    }

    private static boolean namesIdentities(@Nullable Element<PrincipalPattern> principal) {
        return principal != null
                && (principal.negated()
                        || !principal.patterns().stream()
                                .allMatch(pattern -> pattern instanceof PrincipalPattern.Service
                                        || pattern instanceof PrincipalPattern.Federated));
    }

    /** Whether a service may assume a role. */
    Truth serviceAssumes(String service, Identity role) {
        return assumed.computeIfAbsent(service + " " + role.arn(), key -> decide(service, role));
    }

    private Truth decide(String service, Identity role) {
        if (role.trust() == null) {
            return Truth.NO;
        }
        Map<String, ContextValue> context = new HashMap<>();
        context.put("aws:SourceAccount", new ContextValue.One(account.id()));
        Truth any = Truth.NO;
        for (String action : List.of("sts:AssumeRole", "sts:AssumeRoleWithWebIdentity")) {
            Request request = new Request(
                    new Principal.Service(service),
                    action,
                    role.arn(),
                    true,
                    account.id(),
                    new Context(context, false));
            Policies policies =
                    new Policies(List.of(), List.of(), List.of(), role.trust(), List.of(), List.of(), List.of());
            any = any.or(truth(ReferenceEvaluator.evaluate(request, policies)));
        }
        return any;
    }

    /** The policies of somebody without the statements that are about none of some actions, which are most. */
    private List<Policy> relevant(Identity who, List<String> actions) {
        return relevant.computeIfAbsent(who, identity -> new HashMap<>()).computeIfAbsent(actions, any -> {
            List<Policy> policies = new ArrayList<>();
            for (Policy policy : who.policies()) {
                List<Statement> statements = policy.statements().stream()
                        .filter(statement -> actions.stream()
                                .anyMatch(action -> !(StatementMatching.action(
                                                statement.action(), request(who, action, "*", Map.of()))
                                        instanceof Truth.No)))
                        .toList();
                if (!statements.isEmpty()) {
                    policies.add(new Policy(policy.version(), policy.id(), statements, policy.span()));
                }
            }
            return policies;
        });
    }

    private Request request(Identity who, String action, String resource, Map<String, String> with) {
        ActionTable.Action known = ActionTable.standard().find(action);
        boolean takesResources = known == null || known.hasResource();
        return new Request(
                principal(who),
                action,
                takesResources ? resource : "*",
                takesResources,
                account.id(),
                context(who, with));
    }

    private Principal principal(Identity who) {
        return switch (who.kind()) {
            case ROLE -> new Principal.Role(who.arn(), account.id());
            case USER -> new Principal.User(who.arn(), account.id());
            // a user who joins the group
            case GROUP -> new Principal.User(who.arn(), account.id());
        };
    }

    private Context context(Identity who, Map<String, String> with) {
        Map<String, ContextValue> context = new HashMap<>();
        context.put("aws:PrincipalArn", new ContextValue.One(who.arn()));
        context.put("aws:PrincipalAccount", new ContextValue.One(account.id()));
        context.put("aws:PrincipalIsAWSService", new ContextValue.One("false"));
        context.put("aws:ResourceAccount", new ContextValue.One(account.id()));
        context.put("aws:SecureTransport", new ContextValue.One("true"));
        context.put("aws:ViaAWSService", new ContextValue.One("false"));
        context.put(
                "aws:username",
                who.kind() == Identity.Kind.USER
                        ? new ContextValue.One(who.arn().substring(who.arn().lastIndexOf('/') + 1))
                        : new ContextValue.Absent());
        Map<String, String> tags = who.tags();
        if (tags != null) {
            tags.forEach((key, value) -> context.put("aws:PrincipalTag/" + key, new ContextValue.One(value)));
        }
        with.forEach((key, value) -> context.put(key, new ContextValue.One(value)));
        return new Context(context, false);
    }

    private static Truth truth(Answer answer) {
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
