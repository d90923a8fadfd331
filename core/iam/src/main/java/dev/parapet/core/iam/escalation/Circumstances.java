package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request that follow from who makes it and what it is about (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>,
 * <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">those of
 * IAM</a>). Keys that are not among them are unknown.
 */
final class Circumstances {
    /** Nothing is known. */
    static final Context UNKNOWN = new Context(Map.of(), false);

    private Circumstances() {}

    /** A request of which only the resource counts. */
    static Request about(String resource) {
        return new Request(new Principal.Anonymous(), "any:Action", resource, false, null, UNKNOWN);
    }

    /** What follows from who asks. */
    static Map<String, ContextValue> of(Identity who, String account, Set<String> keys) {
        Map<String, ContextValue> context = new HashMap<>();
        context.put("aws:principalarn", new ContextValue.One(who.arn()));
        context.put("aws:principalaccount", new ContextValue.One(account));
        context.put("aws:principalisawsservice", new ContextValue.One("false"));
        context.put(
                "aws:principaltype", new ContextValue.One(who.kind() == Identity.Kind.ROLE ? "AssumedRole" : "User"));
        context.put("aws:resourceaccount", new ContextValue.One(account));
        context.put("aws:securetransport", new ContextValue.One("true"));
        context.put("aws:viaawsservice", new ContextValue.One("false"));
        context.put(
                "aws:username",
                who.kind() == Identity.Kind.USER
                        ? new ContextValue.One(who.arn().substring(who.arn().lastIndexOf('/') + 1))
                        : new ContextValue.Absent());
        tags("aws:principaltag/", who.tags(), keys, hasOnlyItsOwnTags(who), context);
        return context;
    }

    /** What follows from the user, role or group that something is done to. */
    static Map<String, ContextValue> about(Identity target, Set<String> keys) {
        Map<String, ContextValue> context = new HashMap<>();
        tags("aws:resourcetag/", target.tags(), keys, true, context);
        tags("iam:resourcetag/", target.tags(), keys, true, context);
        context.put("iam:permissionsboundary", boundary(target));
        return context;
    }

    private static ContextValue boundary(Identity target) {
        if (target.bounded().isEmpty()) {
            return new ContextValue.Absent();
        }
        NamedPolicy boundary = target.bounded().getFirst();
        return target.bounded().size() == 1 && boundary.name().startsWith("arn:")
                ? new ContextValue.One(boundary.name())
                : new ContextValue.Unknown();
    }

    private static void tags(
            String prefix,
            @Nullable Map<String, String> tags,
            Set<String> keys,
            boolean all,
            Map<String, ContextValue> context) {
        if (tags == null) {
            return;
        }
        if (all) {
            keys.stream()
                    .filter(key -> key.startsWith(prefix))
                    .forEach(key -> context.put(key, new ContextValue.Absent()));
        }
        tags.forEach((key, value) -> context.put(prefix + key.toLowerCase(Locale.ROOT), new ContextValue.One(value)));
    }

    /**
     * Whether nobody can give it tags for a session: a user has no sessions with tags, and who assumes a role can give some only where
     * the trust policy allows {@code sts:TagSession} (<a
     * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Pass session tags</a>).
     */
    private static boolean hasOnlyItsOwnTags(Identity who) {
        Policy trust = who.trust();
        if (who.kind() != Identity.Kind.ROLE || trust == null) {
            return who.kind() != Identity.Kind.ROLE;
        }
        Request tagging = new Request(new Principal.Anonymous(), "sts:TagSession", who.arn(), true, null, UNKNOWN);
        return trust.statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .allMatch(statement -> StatementMatching.action(statement.action(), tagging) instanceof Truth.No);
    }

    /** IAM is asked in one region wherever one is; PassRole is part of a call to another service. */
    static void region(String action, Map<String, ContextValue> context) {
        if (action.startsWith("iam:") && !action.equals("iam:PassRole")) {
            context.put("aws:requestedregion", new ContextValue.One("us-east-1"));
        }
    }
}
