package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.account.ProviderPolicies;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.evaluation.Trace;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.knowledge.ActionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The question whether somebody may do something to something.
 *
 * @param asker who asks
 * @param action the action, such as {@code s3:GetObject}
 * @param target what it is to be done to
 * @param context what is known of the circumstances besides what follows from who asks
 */
public record Inquiry(Asker asker, String action, Target target, Map<String, ContextValue> context) {
    public Inquiry {
        context = Map.copyOf(context);
    }

    /** The request. */
    public Request request() {
        ActionTable.Action known = ActionTable.standard().find(action);
        boolean takesResources = known == null || known.hasResource();
        Map<String, ContextValue> said = new HashMap<>();
        asker.says().forEach((key, value) -> said.put(key.toLowerCase(Locale.ROOT), value));
        String owner = owner();
        if (owner != null) {
            said.put("aws:resourceaccount", new ContextValue.One(owner));
        }
        if (target.resource() != null) {
            target.resource()
                    .tags()
                    .forEach((key, value) ->
                            said.put("aws:resourcetag/" + key.toLowerCase(Locale.ROOT), new ContextValue.One(value)));
        }
        onBehalf(said);
        context.forEach((key, value) -> said.put(key.toLowerCase(Locale.ROOT), value));
        return new Request(
                asker.principal(),
                action,
                takesResources ? target.arn() : "*",
                takesResources,
                owner,
                new Context(said, false));
    }

    /** Whoever says that a service asks on somebody's behalf says something of all keys that tell so. */
    private void onBehalf(Map<String, ContextValue> said) {
        boolean via = context.keySet().stream()
                .anyMatch(key -> key.equalsIgnoreCase("aws:ViaAWSService") || key.equalsIgnoreCase("aws:CalledVia"));
        if (via) {
            said.put("aws:viaawsservice", new ContextValue.One("true"));
            List.of("aws:calledvia", "aws:calledviafirst", "aws:calledvialast").forEach(said::remove);
        }
    }

    /** The account that owns the resource: the asker's own where nothing says otherwise. */
    public @Nullable String owner() {
        return target.owner() != null ? target.owner() : asker.principal().accountId();
    }

    /** The policies that bear on it, as far as they are known. */
    public Policies policies() {
        return new Policies(
                documents(asker.policies()),
                documents(asker.boundaries()),
                List.of(),
                resourcePolicy(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Policy> documents(List<NamedPolicy> policies) {
        return policies.stream().map(NamedPolicy::policy).toList();
    }

    /**
     * The policy of the resource. Where none is at hand, that counts as having none, except where access hangs on it: for those who ask
     * from outside, and for keys and roles, whose policies decide whether identity policies count.
     */
    private @Nullable Policy resourcePolicy() {
        if (target.policy() != null || target.resource() != null) {
            return target.policy();
        }
        String account = asker.principal().accountId();
        boolean outside = account == null || !account.equals(owner());
        boolean decisive =
                action.regionMatches(true, 0, "kms:", 0, 4) || action.regionMatches(true, 0, "sts:AssumeRole", 0, 14);
        boolean named = request().takesResources() && !target.arn().equals("*");
        return named && (outside || decisive)
                ? ProviderPolicies.unknownOfResource("the policy of " + target.arn())
                : null;
    }

    /** Whether the resource may have a policy that is not at hand and was not counted. */
    public boolean isWithoutResourcePolicy() {
        return request().takesResources()
                && target.resource() == null
                && policies().resource() == null;
    }

    /** The answer. */
    public Answer answer() {
        return ReferenceEvaluator.evaluate(request(), policies());
    }

    /** The answer and how it came about. */
    public Trace trace() {
        return ReferenceEvaluator.explain(request(), policies());
    }

    /** What to call a policy that a citation names by its place, such as {@code identity[0]}. */
    public String policyName(String place) {
        int open = place.indexOf('[');
        String kind = open < 0 ? place : place.substring(0, open);
        if (kind.equals(PolicyKind.RESOURCE.word())) {
            return "the policy of "
                    + (target.resource() == null
                            ? target.arn()
                            : target.resource().name());
        }
        int index = Integer.parseInt(place.substring(open + 1, place.indexOf(']')));
        return (kind.equals(PolicyKind.PERMISSIONS_BOUNDARY.word()) ? asker.boundaries() : asker.policies())
                .get(index)
                .name();
    }
}
