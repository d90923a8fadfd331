package dev.parapet.core.iam.access;

import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.lint.ArnForm;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.PolicySpace;
import dev.parapet.core.knowledge.ActionFacts;
import dev.parapet.core.knowledge.ServiceAuthorization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a statement allows an action on every resource of some type that the action takes, rather than on some that it names. It is
 * asked of a resource that has a name which nobody wrote and no tags, to be used by a service that nobody wrote. What is unknown in the
 * statement is such a name too; a condition key of which nothing is known may be as the statement asks.
 */
public final class EveryResource {
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";
    private static final String UNNAMED = "which-nobody-has-named";
    private static final Token UNKNOWN = new Token.Literal("which-is-not-known");
    private static final Principal HOLDER = new Principal.Role("arn:aws:iam::" + ACCOUNT + ":role/holder", ACCOUNT);
    private static final int PARTS = 6;

    private EveryResource() {}

    /**
     * Whether a statement allows an action on every resource of a type; not where it has {@code NotResource}, nor where each request is
     * about a resource of another type too, of which the statement names some: who takes a snapshot of one database may call it anything.
     *
     * @param action the name of an action, such as {@code dynamodb:PutItem}
     */
    public static boolean isAllowed(Statement statement, String action) {
        ActionFacts facts = ServiceAuthorization.ofAction(action);
        Element<TextPattern> resource = statement.resource();
        if (facts == null || resource == null || resource.negated()) {
            return false;
        }
        Statement known = known(statement, resource);
        PolicySpace space = new PolicySpace(
                List.of(new Policy(Version.V2012, null, List.of(known), statement.span())), PolicyKind.IDENTITY);
        String service = action.substring(0, action.indexOf(':'));
        boolean some = false;
        for (ActionFacts.Use use : facts.resources()) {
            List<String> forms = use.type().arns().stream()
                    .filter(form -> isNamed(form) && !ArnForm.isOfProvider(service, form))
                    .toList();
            boolean every = forms.stream()
                    .anyMatch(form -> resource.patterns().stream()
                            .anyMatch(pattern -> isCovered(sample(form, pattern), pattern, action, known, space)));
            if (use.required() && !every && !forms.isEmpty()) {
                return false;
            }
            some |= every;
        }
        return some;
    }

    /** Whether the engine allows it; most patterns begin in another way, and it need not be asked. */
    private static boolean isCovered(
            String sample, TextPattern pattern, String action, Statement statement, PolicySpace space) {
        boolean begins = pattern.tokens().isEmpty()
                || !(pattern.tokens().getFirst() instanceof Token.Literal(String start))
                || sample.startsWith(start);
        return begins && !(space.holds(request(action, sample, statement)) instanceof Truth.No);
    }

    /** Whether there are several resources of a form in an account. */
    private static boolean isNamed(String form) {
        String[] parts = form.split(":", PARTS);
        return parts.length == PARTS && parts[PARTS - 1].contains("${");
    }

    private static Request request(String action, String resource, Statement statement) {
        Map<String, ContextValue> context = new HashMap<>();
        context.put("iam:passedtoservice", new ContextValue.One(UNNAMED + ".amazonaws.com"));
        context.put(
                "iam:associatedresourcearn",
                new ContextValue.One("arn:aws:states:" + REGION + ":" + ACCOUNT + ":" + UNNAMED));
        for (Condition condition : statement.conditions()) {
            if (condition.key().startsWith("iam:resourcetag/")
                    || condition.key().startsWith("aws:resourcetag/")) {
                context.put(condition.key(), new ContextValue.Absent());
            }
        }
        return new Request(HOLDER, action, resource, true, ACCOUNT, new Context(context, false));
    }

    /** An ARN of a form, in the partition, region and account of a pattern where it names them. */
    private static String sample(String form, TextPattern pattern) {
        List<List<Token>> parts = PatternMatch.parts(pattern.tokens(), PARTS);
        StringBuilder sample = new StringBuilder();
        int at = 0;
        for (int open = form.indexOf("${"); open >= 0; open = form.indexOf("${", at)) {
            int close = form.indexOf('}', open);
            sample.append(form, at, open)
                    .append(
                            switch (form.substring(open + 2, close)) {
                                case "Partition" -> part(parts, 1, "aws");
                                case "Region" -> part(parts, 3, REGION);
                                case "Account" -> part(parts, 4, ACCOUNT);
                                default -> UNNAMED;
                            });
            at = close + 1;
        }
        return sample.append(form, at, form.length()).toString();
    }

    private static String part(List<List<Token>> parts, int index, String otherwise) {
        return parts.size() == PARTS
                        && parts.get(index).size() == 1
                        && parts.get(index).getFirst() instanceof Token.Literal(String text)
                ? text
                : otherwise;
    }

    private static Statement known(Statement statement, Element<TextPattern> resource) {
        return new Statement(
                statement.index(),
                statement.sid(),
                statement.effect(),
                null,
                statement.action(),
                new Element<>(
                        false,
                        resource.patterns().stream().map(EveryResource::known).toList()),
                statement.conditions().stream()
                        .map(condition -> new Condition(
                                condition.operator(),
                                condition.key(),
                                condition.values().stream()
                                        .map(EveryResource::known)
                                        .toList(),
                                condition.span()))
                        .toList(),
                statement.span());
    }

    private static TextPattern known(TextPattern pattern) {
        return new TextPattern(
                pattern.text(),
                pattern.tokens().stream()
                        .map(token ->
                                token instanceof Token.Unknown || token instanceof Token.Variable ? UNKNOWN : token)
                        .toList(),
                pattern.span());
    }
}
