package dev.parapet.core.iam.evaluation;

import static dev.parapet.core.iam.evaluation.PrincipalMatch.ACCOUNT;
import static dev.parapet.core.iam.evaluation.PrincipalMatch.EVERYBODY;
import static dev.parapet.core.iam.evaluation.PrincipalMatch.ITSELF;
import static dev.parapet.core.iam.evaluation.PrincipalMatch.ROLE_OF_SESSION;
import static dev.parapet.core.iam.evaluation.PrincipalMatch.USER_OF_SESSION;

import dev.parapet.core.iam.evaluation.Findings.Found;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.value.Arn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides a request as the documentation describes it, step by step and without haste (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS
 * enforcement code logic evaluates requests to allow or deny access</a>). It is what the fast evaluator is measured against.
 */
public final class ReferenceEvaluator {
    private ReferenceEvaluator() {}

    /** Decides a request. */
    public static Answer evaluate(Request request, Policies policies) {
        if (needsNoPermission(request)) {
            return new Answer(Decision.ALLOWED, null, List.of());
        }
        if (!request.asksForSet()) {
            return one(request, policies);
        }
        return ResourceSet.decide(request, policies, ReferenceEvaluator::one);
    }

    /** Decides a request and says how: the same steps, with what each statement says. */
    public static Trace explain(Request request, Policies policies) {
        Answer answer = evaluate(request, policies);
        if (needsNoPermission(request)) {
            return Trace.withoutPermission(request, answer);
        }
        Request one = request.asksForSet() ? ResourceSet.representative(request, policies, answer) : request;
        return one == null ? Trace.undecided(request, answer) : Trace.of(one, policies, weigh(one, policies), answer);
    }

    /**
     * Everybody with credentials may ask who they are, also when a policy denies it (<a
     * href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>).
     */
    static boolean needsNoPermission(Request request) {
        return request.action().equalsIgnoreCase("sts:GetCallerIdentity")
                && request.principal().accountId() != null;
    }

    static Answer one(Request request, Policies policies) {
        return weigh(request, policies).answer();
    }

    /** What the policies say of a request for one resource, step by step. */
    static Weighing weigh(Request request, Policies policies) {
        Principal principal = request.principal();
        boolean controlled = !(principal instanceof Principal.Service) && !principal.isServiceLinked();

        Findings identity = Findings.of(policies.identity(), request, PolicyKind.IDENTITY, "identity");
        Findings boundary = Findings.of(
                policies.permissionsBoundaries(), request, PolicyKind.PERMISSIONS_BOUNDARY, "permissionBoundary");
        Findings session = Findings.of(policies.session(), request, PolicyKind.SESSION, "session");
        Findings resource = Findings.of(policies.boundedResource(), request, PolicyKind.RESOURCE);
        Findings endpoint = Findings.of(policies.vpcEndpoint(), request, PolicyKind.VPC_ENDPOINT, "vpcEndpoint");
        List<Findings> serviceControl =
                controlled ? levels(policies.serviceControl(), request, PolicyKind.SERVICE_CONTROL) : List.of();
        List<Findings> resourceControl = principal.isServiceLinked()
                ? List.of()
                : levels(policies.resourceControl(), request, PolicyKind.RESOURCE_CONTROL);

        // 1. An explicit deny in any policy is final.
        Found denied = Found.NOTHING;
        for (Findings level : resourceControl) {
            denied = denied.or(level.denied());
        }
        for (Findings level : serviceControl) {
            denied = denied.or(level.denied());
        }
        for (Findings each : List.of(endpoint, resource, identity, boundary, session)) {
            denied = denied.or(each.denied());
        }

        // 2. Each level of service control policies must allow, and the endpoint that the request came by.
        List<Found> organization =
                serviceControl.stream().map(Findings::allowed).toList();
        Found network = limit(policies.vpcEndpoint(), endpoint);

        // 3. What the principal can have at most.
        Found bounded = limit(policies.permissionsBoundaries(), boundary);
        Found limited = limit(policies.session(), session);

        // 4. Somebody must give it: the principal's account, the resource's owner, or both.
        Weighing.Given given = given(
                request,
                policies.resource(),
                identity,
                resource,
                bounded.truth().and(limited.truth()));
        if (Reserved.isReserved(principal, request.action(), request.resource())) {
            given = new Weighing.Given(Trace.Way.RESERVED, Found.NOTHING, Found.NOTHING, Found.NOTHING);
        }
        return new Weighing(denied, organization, network, bounded, limited, given);
    }

    private static List<Findings> levels(List<List<Policy>> levels, Request request, PolicyKind kind) {
        List<Findings> findings = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            findings.add(Findings.of(levels.get(i), request, kind, kind.word() + "[" + i + "]"));
        }
        return findings;
    }

    /** What some policies allow at most: everything where there are none. */
    private static Found limit(List<Policy> policies, Findings findings) {
        return policies.isEmpty() ? new Found(Truth.YES, null) : findings.allowed();
    }

    private static Weighing.Given given(
            Request request, @Nullable Policy policy, Findings identity, Findings resource, Truth limits) {
        // Nobody's account vouches for these: the resource's policy alone decides.
        String account = request.principal().accountId();
        if (account == null) {
            Found byResource = resource.allowed(ITSELF, EVERYBODY);
            return new Weighing.Given(Trace.Way.RESOURCE_ALONE, Found.NOTHING, byResource, byResource);
        }
        // The root user has all permissions of its account; no identity policy gives or takes them
        // (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html).
        Found byIdentity = request.principal() instanceof Principal.Root
                ? new Found(Truth.YES, identity.allowed().by())
                : identity.allowed().and(limits);
        if (!account.equals(request.owner())) {
            // Cross-account: both sides must allow
            // (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html).
            Found byResource = resource.allowed();
            return new Weighing.Given(
                    Trace.Way.CROSS_ACCOUNT, byIdentity, byResource, byResource.and(byIdentity.truth()));
        }
        Found byResource = directly(request.principal(), resource, limits);
        if (trustsIdentityPoliciesOnlyByResourcePolicy(request, policy)) {
            Found passedOn = byIdentity.and(resource.allowed(ACCOUNT).truth());
            return new Weighing.Given(Trace.Way.PASSED_ON, passedOn, byResource, byResource.or(passedOn));
        }
        return new Weighing.Given(Trace.Way.SAME_ACCOUNT, byIdentity, byResource, byIdentity.or(byResource));
    }

    /**
     * What a resource policy of the same account gives by itself (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-eval-logic">Permissions
     * boundaries, "Evaluating effective permissions with boundaries"</a>): a user or a session that it names is not limited by an
     * implicit deny of a boundary or a session policy; a role, or the user behind a federated session, is.
     */
    private static Found directly(Principal principal, Findings resource, Truth limits) {
        Found unlimited = switch (principal) {
            case Principal.User ignored -> resource.allowed(ITSELF, EVERYBODY);
            case Principal.RoleSession ignored -> resource.allowed(ITSELF, EVERYBODY);
            case Principal.FederatedUser ignored -> resource.allowed(ITSELF, EVERYBODY);
            case Principal.Root ignored -> resource.allowed(ITSELF, EVERYBODY, ACCOUNT);
            case Principal.Role ignored -> resource.allowed(EVERYBODY);
            case Principal.Anonymous ignored -> Found.NOTHING;
            case Principal.Service ignored -> Found.NOTHING;
            case Principal.Federated ignored -> Found.NOTHING;
        };
        return unlimited.or(resource.allowed(ROLE_OF_SESSION, USER_OF_SESSION).and(limits));
    }

    /**
     * Keys of KMS and trust policies of roles: identity policies of the same account count only where the resource's policy gives
     * the permission to the account (<a
     * href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default key policy</a>, <a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html">Role trust policies</a>).
     */
    private static boolean trustsIdentityPoliciesOnlyByResourcePolicy(Request request, @Nullable Policy policy) {
        String service = request.action().toLowerCase(Locale.ROOT);
        if (service.startsWith("kms:")) {
            Arn arn = Arn.parse(request.resource());
            return arn != null && arn.resource().startsWith("key/");
        }
        return service.startsWith("sts:") && policy != null;
    }
}
