package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request was decided.
 *
 * @param request the request; of a request for a set of resources the one for the resource that shows it best
 * @param answer what becomes of it
 * @param steps the steps of the published order, those to which there was something to ask
 */
public record Trace(Request request, Answer answer, List<Step> steps) {
    private static final String GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";

    public Trace {
        steps = List.copyOf(steps);
    }

    /** Whose word counts. */
    enum Way {
        /** Nobody's account vouches for who asks. */
        RESOURCE_ALONE(Kind.RESOURCE_ALONE),
        /** The principal and the resource belong to different accounts. */
        CROSS_ACCOUNT(Kind.CROSS_ACCOUNT),
        /** They belong to the same one. */
        SAME_ACCOUNT(Kind.SAME_ACCOUNT),
        /** The same account, and identity policies count only where the resource's policy says so. */
        PASSED_ON(Kind.PASSED_ON),
        /** Nobody's: only the provider does it. */
        RESERVED(Kind.RESERVED);

        private final Kind kind;

        Way(Kind kind) {
            this.kind = kind;
        }
    }

    /** What a step asks, and the page that describes it. */
    public enum Kind {
        NO_PERMISSION_NEEDED("https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"),
        EXPLICIT_DENY(GUIDE + "reference_policies_evaluation-logic_policy-eval-denyallow.html"),
        SERVICE_CONTROL("https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"),
        VPC_ENDPOINT("https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"),
        PERMISSIONS_BOUNDARY(GUIDE + "access_policies_boundaries.html"),
        SESSION(GUIDE + "access_policies.html#policies_session"),
        RESOURCE_ALONE(GUIDE + "reference_policies_elements_principal.html"),
        CROSS_ACCOUNT(GUIDE + "reference_policies_evaluation-logic-cross-account.html"),
        SAME_ACCOUNT(GUIDE + "reference_policies_evaluation-logic_policy-eval-basics.html"),
        PASSED_ON("https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"),
        RESERVED(GUIDE + "access_policies_managed-vs-inline.html#aws-managed-policies");

        private final String source;

        Kind(String source) {
            this.source = source;
        }

        /** The page that describes the step. */
        public String source() {
            return source;
        }
    }

    /**
     * A step.
     *
     * @param kind what it asks
     * @param passes whether the request passes it
     * @param by the statement that decided it; null where none did
     * @param statements what the statements say that it looks at
     */
    public record Step(Kind kind, Truth passes, @Nullable Citation by, List<Considered> statements) {
        public Step {
            statements = List.copyOf(statements);
        }
    }

    static Trace withoutPermission(Request request, Answer answer) {
        return new Trace(request, answer, List.of(new Step(Kind.NO_PERMISSION_NEEDED, Truth.YES, null, List.of())));
    }

    static Trace undecided(Request request, Answer answer) {
        return new Trace(request, answer, List.of());
    }

    static Trace of(Request request, Policies policies, Weighing weighing, Answer answer) {
        List<Considered> all = new ArrayList<>();
        int resourceControl = request.principal().isServiceLinked()
                ? 0
                : policies.resourceControl().size();
        for (int i = 0; i < resourceControl; i++) {
            add(
                    policies.resourceControl().get(i),
                    PolicyKind.RESOURCE_CONTROL,
                    level(PolicyKind.RESOURCE_CONTROL, i),
                    request,
                    all);
        }
        for (int i = 0; i < weighing.serviceControl().size(); i++) {
            add(
                    policies.serviceControl().get(i),
                    PolicyKind.SERVICE_CONTROL,
                    level(PolicyKind.SERVICE_CONTROL, i),
                    request,
                    all);
        }
        add(policies.vpcEndpoint(), PolicyKind.VPC_ENDPOINT, PolicyKind.VPC_ENDPOINT.word(), request, all);
        Policy ofResource = policies.boundedResource();
        if (ofResource != null) {
            ofResource
                    .statements()
                    .forEach(statement -> all.add(
                            Considered.of(PolicyKind.RESOURCE.word(), PolicyKind.RESOURCE, statement, request)));
        }
        add(policies.identity(), PolicyKind.IDENTITY, PolicyKind.IDENTITY.word(), request, all);
        add(
                policies.permissionsBoundaries(),
                PolicyKind.PERMISSIONS_BOUNDARY,
                PolicyKind.PERMISSIONS_BOUNDARY.word(),
                request,
                all);
        add(policies.session(), PolicyKind.SESSION, PolicyKind.SESSION.word(), request, all);

        List<Step> steps = new ArrayList<>();
        steps.add(step(Kind.EXPLICIT_DENY, weighing.denied().truth().not(), weighing.denied(), denies(all)));
        for (int i = 0; i < weighing.serviceControl().size(); i++) {
            String level = level(PolicyKind.SERVICE_CONTROL, i);
            Findings.Found found = weighing.serviceControl().get(i);
            steps.add(step(
                    Kind.SERVICE_CONTROL,
                    found.truth(),
                    found,
                    allows(all, PolicyKind.SERVICE_CONTROL).stream()
                            .filter(one -> one.policy().startsWith(level))
                            .toList()));
        }
        limit(
                !policies.vpcEndpoint().isEmpty(),
                Kind.VPC_ENDPOINT,
                weighing.endpoint(),
                allows(all, PolicyKind.VPC_ENDPOINT),
                steps);
        limit(
                !policies.permissionsBoundaries().isEmpty(),
                Kind.PERMISSIONS_BOUNDARY,
                weighing.boundary(),
                allows(all, PolicyKind.PERMISSIONS_BOUNDARY),
                steps);
        limit(!policies.session().isEmpty(), Kind.SESSION, weighing.session(), allows(all, PolicyKind.SESSION), steps);
        Findings.Found given = weighing.given().whole();
        List<Considered> givers = new ArrayList<>(allows(all, PolicyKind.RESOURCE));
        if (weighing.given().way() == Way.RESERVED) {
            givers.clear();
        } else if (weighing.given().way() != Way.RESOURCE_ALONE) {
            givers.addAll(allows(all, PolicyKind.IDENTITY));
        }
        steps.add(step(weighing.given().way().kind, given.truth(), given, givers));
        return new Trace(request, answer, steps);
    }

    private static void limit(
            boolean there, Kind kind, Findings.Found found, List<Considered> statements, List<Step> steps) {
        if (there) {
            steps.add(step(kind, found.truth(), found, statements));
        }
    }

    private static Step step(Kind kind, Truth passes, Findings.Found found, List<Considered> statements) {
        return new Step(kind, passes, found.by(), statements);
    }

    private static String level(PolicyKind kind, int level) {
        return kind.word() + "[" + level + "]";
    }

    private static void add(
            List<Policy> policies, PolicyKind kind, String name, Request request, List<Considered> all) {
        for (int i = 0; i < policies.size(); i++) {
            String policy = name + "[" + i + "]";
            policies.get(i).statements().forEach(statement -> all.add(Considered.of(policy, kind, statement, request)));
        }
    }

    private static List<Considered> denies(List<Considered> all) {
        return all.stream()
                .filter(one -> one.statement().effect() == Effect.DENY)
                .toList();
    }

    private static List<Considered> allows(List<Considered> all, PolicyKind kind) {
        return all.stream()
                .filter(one -> one.kind() == kind && one.statement().effect() == Effect.ALLOW)
                .toList();
    }
}
