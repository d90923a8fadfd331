package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.AccountResource;
import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that somebody can do: what identity policies and policies of resources give, after denies and permissions boundaries. */
public final class EffectiveAccess {
    private static final TextPattern EVERYTHING =
            TextPattern.of(new Value.Text("*", Span.of("everything", 1, 1, 1, 1)), new TextPattern.Syntax(true, false));

    private final Asker asker;
    private final Directory directory;
    private final Probe probe;
    private final ActionGroups groups;
    private final GrantTable table = new GrantTable();
    private final ResourceKinds kinds = new ResourceKinds();
    private final SortedSet<String> unknown = new TreeSet<>();

    private EffectiveAccess(Asker asker, Directory directory, Map<String, ContextValue> context) {
        this.asker = asker;
        this.directory = directory;
        this.probe = new Probe(asker, context);
        this.groups = new ActionGroups(probe.others());
    }

    /**
     * What somebody can do.
     *
     * @param grants by service, the most powerful levels first
     * @param denies the statements of its own policies that take something away
     * @param unknown policies that are not at hand, sorted: they may give more, or take away
     */
    public record Result(List<Grant> grants, List<Statement> denies, List<String> unknown) {
        public Result {
            grants = List.copyOf(grants);
            denies = List.copyOf(denies);
            unknown = List.copyOf(unknown);
        }
    }

    /** What somebody can do under circumstances of which something is known. */
    public static Result of(Asker asker, Directory directory, Map<String, ContextValue> context) {
        return new EffectiveAccess(asker, directory, context).result();
    }

    private Result result() {
        List<Statement> denies = new ArrayList<>();
        for (NamedPolicy named : asker.policies()) {
            for (Statement statement : named.policy().statements()) {
                if (statement.effect() == Effect.DENY) {
                    denies.add(statement);
                } else if (statement.action().patterns().stream().anyMatch(TextPattern::isPartlyUnknown)) {
                    unknown.add(named.name());
                } else {
                    byIdentity(statement);
                }
            }
        }
        for (Account account : directory.accounts()) {
            for (AccountResource resource : account.resources()) {
                Policy policy = resource.policy();
                if (policy != null) {
                    byResource(resource, account, policy);
                }
            }
        }
        return new Result(table.grants(), denies, List.copyOf(unknown));
    }

    private void byIdentity(Statement statement) {
        List<TextPattern> patterns = patterns(statement);
        for (List<ActionTable.Action> group : groups.of(statement, "*")) {
            for (TextPattern pattern : patterns) {
                String resources = probe.resources(pattern);
                Target target = resources.equals("*") ? new Target("*", null, null, null) : directory.target(resources);
                Probe.Given given =
                        probe.byIdentity(statement, pattern, group.getFirst().name(), target);
                if (given != null) {
                    boolean hasResource = group.getFirst().hasResource();
                    table.add(
                            hasResource ? kinds.fitting(group, resources, target.resource()) : group,
                            hasResource ? resources : "*",
                            given);
                }
            }
        }
    }

    /** What a statement is about, as patterns of ARNs. */
    static List<TextPattern> patterns(Statement statement) {
        Element<TextPattern> element = statement.resource();
        return element == null || element.negated() ? List.of(EVERYTHING) : element.patterns();
    }

    private void byResource(AccountResource resource, Account account, Policy policy) {
        Inquiry inquiry = new Inquiry(asker, "iam:GetUser", new Target("*", null, null, null), Map.of());
        for (Statement statement : policy.statements()) {
            boolean about = statement.effect() == Effect.ALLOW
                    && !(StatementMatching.principal(statement, inquiry.request(), PolicyKind.RESOURCE)
                            instanceof Truth.No);
            if (!about) {
                continue;
            }
            for (List<ActionTable.Action> group : groups.of(statement, service(resource) + ":*")) {
                for (TextPattern pattern : patterns(statement)) {
                    boolean whole = pattern.tokens().stream().noneMatch(Token.Literal.class::isInstance);
                    String resources = whole ? resource.arn() : probe.resources(pattern);
                    Target target = new Target(resources, resource, account.id(), policy);
                    Probe.Given given =
                            probe.byResource(statement, null, group.getFirst().name(), target);
                    if (given != null && group.getFirst().hasResource()) {
                        table.add(kinds.fitting(group, resources, target.resource()), resources, given);
                    }
                }
            }
        }
    }

    /** The service whose actions are about a resource; that of a role's trust policy is the one that gives out its credentials. */
    static String service(AccountResource resource) {
        return resource.type().equals("AWS::IAM::Role") ? "sts" : service(resource.arn());
    }

    /** The service of which an ARN is; {@code *} where it doesn't say. */
    static String service(String arn) {
        Arn parts = Arn.parse(arn);
        return parts == null ? "*" : parts.service();
    }
}
