package dev.parapet.core.iam.access;

import dev.parapet.core.iam.account.NamedPolicy;
import dev.parapet.core.iam.evaluation.Answer;
import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks what one statement gives to somebody, under all that can take it away: denies, permissions boundaries, and the other side where
 * both must allow.
 */
final class Probe {
    private static final Span NOWHERE = Span.of("probe", 1, 1, 1, 1);
    private static final TextPattern.Syntax ACTION = TextPattern.Syntax.ACTION;

    private final Asker asker;
    private final Map<String, ContextValue> context;
    private final List<Policy> denies = new ArrayList<>();
    private final List<Policy> boundaries;

    Probe(Asker asker, Map<String, ContextValue> context) {
        this.asker = asker;
        this.context = context;
        this.boundaries = asker.boundaries().stream().map(NamedPolicy::policy).toList();
        for (NamedPolicy named : asker.policies()) {
            Policy denying = only(named.policy(), Effect.DENY);
            if (!denying.statements().isEmpty()) {
                denies.add(denying);
            }
        }
    }

    /** The statements that can take something away. */
    List<Statement> others() {
        List<Statement> others = new ArrayList<>();
        denies.forEach(policy -> others.addAll(policy.statements()));
        boundaries.forEach(policy -> others.addAll(policy.statements()));
        return others;
    }

    /**
     * What a statement gives.
     *
     * @param conditions its conditions that hang on more than is known
     * @param missing what else it hangs on
     */
    record Given(List<Condition> conditions, List<String> missing) {}

    /**
     * What an identity policy's statement gives: an action on what a pattern covers.
     *
     * @return null for nothing
     */
    @Nullable
    Given byIdentity(Statement statement, TextPattern pattern, String action, Target target) {
        Inquiry inquiry = new Inquiry(asker, action, target, context);
        Policy resource = inquiry.policies().resource();
        boolean needed = resource != null && isNeeded(inquiry, action);
        return given(
                inquiry,
                statement,
                one(narrowed(statement, action, pattern)),
                resource == null || needed ? resource : only(resource, Effect.DENY));
    }

    /** What a statement of a resource's policy gives. */
    @Nullable
    Given byResource(Statement statement, @Nullable TextPattern pattern, String action, Target target) {
        Inquiry inquiry = new Inquiry(asker, action, target, context);
        List<Statement> statements = new ArrayList<>();
        statements.add(narrowed(statement, action, pattern));
        Policy policy = target.policy();
        if (policy != null) {
            statements.addAll(only(policy, Effect.DENY).statements());
        }
        Policy probed = new Policy(Version.V2012, null, statements, NOWHERE);
        String account = asker.principal().accountId();
        boolean both = account != null && !account.equals(inquiry.owner());
        List<Policy> identity =
                both ? asker.policies().stream().map(NamedPolicy::policy).toList() : denies;
        return given(inquiry, statement, identity, probed);
    }

    private static boolean isNeeded(Inquiry inquiry, String action) {
        String account = inquiry.asker().principal().accountId();
        return account == null
                || !account.equals(inquiry.owner())
                || action.regionMatches(true, 0, "kms:", 0, 4)
                || action.regionMatches(true, 0, "sts:", 0, 4);
    }

    private @Nullable Given given(
            Inquiry inquiry, Statement statement, List<Policy> identity, @Nullable Policy resource) {
        List<Policy> own = new ArrayList<>(identity);
        if (identity != denies) {
            own.addAll(denies);
        }
        Policies policies = new Policies(own, boundaries, List.of(), resource, List.of(), List.of(), List.of());
        Request request = inquiry.request();
        Answer answer = ReferenceEvaluator.evaluate(request, policies);
        if (answer.decision() == Decision.ALLOWED) {
            return new Given(List.of(), List.of());
        }
        if (answer.decision() != Decision.UNDETERMINED) {
            return null;
        }
        TreeSet<String> missing = new TreeSet<>(answer.missing());
        List<Condition> open = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            if (ConditionMatch.holds(condition, request.context()) instanceof Truth.Unknown unknown) {
                open.add(condition);
                missing.removeAll(unknown.missing());
            }
        }
        return new Given(open, List.copyOf(missing));
    }

    private static List<Policy> one(Statement statement) {
        return List.of(new Policy(Version.V2012, null, List.of(statement), NOWHERE));
    }

    /** A statement for one action and one pattern of those that it is about. */
    private static Statement narrowed(Statement statement, String action, @Nullable TextPattern pattern) {
        TextPattern only = TextPattern.of(new Value.Text(action, NOWHERE), ACTION);
        return new Statement(
                statement.index(),
                statement.sid(),
                statement.effect(),
                statement.principal(),
                new Element<>(false, List.of(only)),
                pattern == null ? statement.resource() : new Element<>(false, List.of(pattern)),
                statement.conditions(),
                statement.span());
    }

    private static Policy only(Policy policy, Effect effect) {
        return new Policy(
                policy.version(),
                policy.id(),
                policy.statements().stream()
                        .filter(statement -> statement.effect() == effect)
                        .toList(),
                policy.span());
    }

    /** The resources that a pattern covers, as a request asks for them: an asterisk for what may be anything. */
    String resources(TextPattern pattern) {
        Context known = new Inquiry(asker, "iam:GetUser", new Target("*", null, null, null), context)
                .request()
                .context();
        StringBuilder text = new StringBuilder();
        for (Token token : pattern.tokens()) {
            switch (token) {
                case Token.Literal(String literal) -> text.append(literal);
                case Token.AnyText ignored -> text.append('*');
                case Token.AnyCharacter ignored -> text.append('?');
                case Token.Variable(String key, var fallback) ->
                    text.append(known.get(key) instanceof ContextValue.One(String value) ? value : "${" + key + "}");
                case Token.Unknown(String missing) ->
                    text.append("${").append(missing).append('}');
            }
        }
        return text.toString();
    }
}
