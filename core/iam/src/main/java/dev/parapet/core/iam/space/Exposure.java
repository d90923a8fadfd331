package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom outside an account the policy of a resource lets in.
 *
 * <p>Each outsider makes requests of which the provider says what is true of a stranger: another account, no organisation or another one,
 * a network that is not the owner's. So a condition such as {@code aws:PrincipalOrgID} shuts them out, as S3 describes it for its own
 * policies (<a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
 * meaning of "public"</a>). A service that is named acts for a stranger (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>); a service that assumes a
 * role is left out, as only the role's own account can pass it the role.
 */
public final class Exposure {
    /** The sorts of outsiders. */
    public enum Outsider {
        /** Anybody, without credentials. */
        ANONYMOUS,
        /** Anybody with an account of the provider. */
        ANY_ACCOUNT,
        /** An account that the policy names. */
        ACCOUNT,
        /** A user, role or session of another account that the policy names. */
        PRINCIPAL,
        /** An account of an organisation that the policy names. */
        ORGANIZATION,
        /** A service that the policy names, on behalf of somebody else's resource. */
        SERVICE,
        /** Anybody whom an identity provider vouches for. */
        FEDERATED
    }

    /**
     * What is inside.
     *
     * @param accounts numbers of accounts
     * @param organizations ids of organisations
     */
    public record Inside(Set<String> accounts, Set<String> organizations) {
        public Inside {
            accounts = Set.copyOf(accounts);
            organizations = Set.copyOf(organizations);
        }
    }

    /**
     * A statement that lets somebody in.
     *
     * @param statement the statement
     * @param outsider what sort of outsider
     * @param name the account, principal, organisation, service or identity provider; empty for those who are anybody
     * @param witness a request of theirs that the policy allows by this statement
     */
    public record Grant(Statement statement, Outsider outsider, String name, Request witness) {}

    /**
     * What was found.
     *
     * @param grants by statement; where anybody without credentials is let in, nobody else is listed
     * @param undecided what could not be told, sorted
     */
    public record Result(List<Grant> grants, Collection<String> undecided) {
        public Result {
            grants = List.copyOf(grants);
            undecided = List.copyOf(undecided);
        }
    }

    private final Set<String> undecided = new TreeSet<>();
    private final Inside inside;

    private Exposure(Inside inside) {
        this.inside = inside;
    }

    /** Whom the policies of one resource let in. */
    public static Result of(List<Policy> policies, Inside inside) {
        Exposure exposure = new Exposure(inside);
        List<Statement> denies = new ArrayList<>();
        List<Statement> allows = new ArrayList<>();
        for (Policy policy : policies) {
            for (Statement statement : policy.statements()) {
                (statement.effect() == Effect.ALLOW ? allows : denies).add(statement);
            }
        }
        List<Grant> grants = new ArrayList<>();
        for (Statement allow : allows) {
            List<Statement> statements = new ArrayList<>();
            statements.add(allow);
            statements.addAll(denies);
            grants.addAll(exposure.by(allow, statements));
        }
        return new Result(grants, exposure.undecided);
    }

    private List<Grant> by(Statement allow, List<Statement> statements) {
        PolicySpace space = new PolicySpace(
                List.of(new Policy(Version.V2012, null, statements, allow.span())), PolicyKind.RESOURCE);
        List<Grant> grants = new ArrayList<>();
        List<ActionClasses.Sample> actions = ActionClasses.of(statements, undecided);
        for (Caller caller : Callers.of(List.of(allow), inside)) {
            Request witness = witness(space, statements, caller, actions);
            if (witness != null) {
                grants.add(new Grant(allow, caller.kind(), caller.name(), witness));
                if (caller.kind() == Outsider.ANONYMOUS || caller.kind() == Outsider.ANY_ACCOUNT) {
                    return grants;
                }
            }
        }
        // Whoever was not found may be let in by what is not known yet.
        undecided.addAll(UnknownParts.of(allow));
        return grants;
    }

    private @Nullable Request witness(
            PolicySpace space, List<Statement> statements, Caller caller, List<ActionClasses.Sample> actions) {
        for (ActionClasses.Sample action : actions) {
            if (caller.kind() == Outsider.SERVICE && action.name().startsWith("sts:")) {
                continue;
            }
            Request asked = request(caller, action.name(), "*");
            List<Statement> relevant = new ArrayList<>();
            for (Statement statement : statements) {
                if (!(StatementMatching.action(statement.action(), asked) instanceof Truth.No)) {
                    relevant.add(statement);
                }
            }
            if (relevant.isEmpty() || relevant.getFirst() != statements.getFirst()) {
                continue;
            }
            List<String> resources = ResourceCells.of(relevant, action.takesResources());
            if (resources == null) {
                undecided.add("too many different resources of " + action.name());
                continue;
            }
            List<KeyCells> cells = cells(relevant, caller);
            for (String resource : resources) {
                ContextSearch search = new ContextSearch(space::holds, request(caller, action.name(), resource), cells);
                Request witness = search.find();
                if (witness != null) {
                    return witness;
                }
                if (search.isGivenUp()) {
                    undecided.add("too many combinations of condition keys for " + action.name());
                }
            }
            cells.forEach(each -> undecided.addAll(each.undecided()));
        }
        return null;
    }

    /** What keys can be: what the provider says of the caller, and for those that a caller can choose all ways. */
    private static List<KeyCells> cells(List<Statement> statements, Caller caller) {
        Map<String, List<Condition>> byKey = new TreeMap<>();
        for (Statement statement : statements) {
            for (Condition condition : statement.conditions()) {
                byKey.computeIfAbsent(condition.key(), key -> new ArrayList<>()).add(condition);
            }
        }
        List<KeyCells> cells = new ArrayList<>();
        byKey.forEach((key, conditions) -> {
            List<ContextValue> said = caller.of(key);
            cells.add(said == null ? KeyCells.of(key, conditions) : new KeyCells(key, said, List.of()));
        });
        return cells;
    }

    private static Request request(Caller caller, String action, String resource) {
        return new Request(
                caller.principal(), action, resource, false, PrincipalSamples.OWNER, new Context(Map.of(), false));
    }
}
