package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads policy documents (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON policy
 * language</a>). Whatever is wrong is a problem; what can be understood besides it is read, and what cannot be understood gives
 * nothing: a statement without a readable effect or action is left out.
 */
public final class PolicyReader {
    private static final Set<String> POLICY_KEYS = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT_KEYS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final List<PolicyProblem> problems = new ArrayList<>();

    private PolicyReader() {}

    /**
     * A document and what is wrong with it.
     *
     * @param policy the document as far as it can be understood
     */
    public record Result(Policy policy, List<PolicyProblem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads a document that was parsed to a mapping. */
    public static Result read(Value document) {
        PolicyReader reader = new PolicyReader();
        Policy policy = reader.policy(document);
        return new Result(policy, reader.problems);
    }

    private Policy policy(Value document) {
        if (!(document instanceof Value.Mapping mapping)) {
            problem("a policy document is a mapping with a Statement", document.span());
            return new Policy(Version.V2008, null, List.of(), document.span());
        }
        unknownKeys(mapping, POLICY_KEYS, "a policy document");
        Version version = version(mapping.get("Version"));
        List<Statement> statements = new ArrayList<>();
        Value written = mapping.get("Statement");
        if (written == null) {
            problem("the policy has no Statement; add one", mapping.span());
        } else {
            for (Value each : list(written)) {
                Statement statement = statement(each, statements.size(), version);
                if (statement != null) {
                    statements.add(statement);
                }
            }
        }
        return new Policy(version, text(mapping.get("Id")), statements, mapping.span());
    }

    private Version version(@Nullable Value version) {
        String text = text(version);
        if ("2012-10-17".equals(text)) {
            return Version.V2012;
        }
        if (version != null && !"2008-10-17".equals(text)) {
            problem("Version is 2012-10-17 or 2008-10-17", version.span());
        }
        return Version.V2008;
    }

    private @Nullable Statement statement(Value value, int index, Version version) {
        if (!(value instanceof Value.Mapping mapping)) {
            problem("a statement is a mapping with Effect, Action and Resource", value.span());
            return null;
        }
        unknownKeys(mapping, STATEMENT_KEYS, "a statement");
        Effect effect = effect(mapping);
        TextPattern.Syntax resources = new TextPattern.Syntax(true, version == Version.V2012);
        Element<TextPattern> action = patterns(mapping, "Action", TextPattern.Syntax.ACTION);
        if (action == null) {
            problem("the statement has neither Action nor NotAction; add one", mapping.span());
        }
        if (effect == null || action == null) {
            return null;
        }
        return new Statement(
                index,
                text(mapping.get("Sid")),
                effect,
                principals(mapping),
                action,
                patterns(mapping, "Resource", resources),
                conditions(mapping.get("Condition"), version),
                mapping.span());
    }

    private @Nullable Effect effect(Value.Mapping statement) {
        Value effect = statement.get("Effect");
        String text = text(effect);
        if ("Allow".equals(text)) {
            return Effect.ALLOW;
        }
        if ("Deny".equals(text)) {
            return Effect.DENY;
        }
        problem("Effect is Allow or Deny", effect == null ? statement.span() : effect.span());
        return null;
    }

    private @Nullable Element<TextPattern> patterns(Value.Mapping statement, String name, TextPattern.Syntax syntax) {
        Value positive = statement.get(name);
        Value negative = statement.get("Not" + name);
        if (positive != null && negative != null) {
            problem(name + " and Not" + name + " stand side by side; keep one", negative.span());
        }
        Value written = positive == null ? negative : positive;
        if (written == null) {
            return null;
        }
        List<TextPattern> patterns = new ArrayList<>();
        for (Value each : list(written)) {
            patterns.add(TextPattern.of(each, syntax));
        }
        return new Element<>(positive == null, patterns);
    }

    private @Nullable Element<PrincipalPattern> principals(Value.Mapping statement) {
        Value positive = statement.get("Principal");
        Value negative = statement.get("NotPrincipal");
        if (positive != null && negative != null) {
            problem("Principal and NotPrincipal stand side by side; keep one", negative.span());
        }
        Value written = positive == null ? negative : positive;
        if (written == null) {
            return null;
        }
        List<PrincipalPattern> patterns = new ArrayList<>();
        switch (written) {
            case Value.Text text when text.text().equals("*") -> patterns.add(new PrincipalPattern.Everyone());
            case Value.Mapping mapping -> {
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    for (Value each : list(entry.getValue().value())) {
                        PrincipalPattern pattern = principal(entry.getKey(), each);
                        if (pattern == null) {
                            problem(
                                    "a principal is of the kind AWS, Service, Federated or CanonicalUser",
                                    entry.getValue().keySpan());
                        } else {
                            patterns.add(pattern);
                        }
                    }
                }
            }
            case Value.Unresolved unresolved -> patterns.add(new PrincipalPattern.Unknown(unresolved.missing()));
            default -> problem("Principal is \"*\" or a mapping such as { \"AWS\": … }", written.span());
        }
        return new Element<>(positive == null, patterns);
    }

    private static @Nullable PrincipalPattern principal(String kind, Value value) {
        TextPattern pattern = TextPattern.of(value, TextPattern.Syntax.PLAIN);
        if (pattern.isPartlyUnknown()) {
            for (Token token : pattern.tokens()) {
                if (token instanceof Token.Unknown unknown) {
                    return new PrincipalPattern.Unknown(unknown.missing());
                }
            }
        }
        return PrincipalPattern.of(kind, pattern.text());
    }

    private List<Condition> conditions(@Nullable Value block, Version version) {
        List<Condition> conditions = new ArrayList<>();
        if (block == null) {
            return conditions;
        }
        if (!(block instanceof Value.Mapping operators)) {
            problem("Condition is a mapping from operators to keys", block.span());
            conditions.add(new Condition(null, "", List.of(), block.span()));
            return conditions;
        }
        for (Map.Entry<String, Value.Entry> entry : operators.entries().entrySet()) {
            Operator operator = Operator.of(entry.getKey());
            Span span = entry.getValue().keySpan();
            if (operator == null) {
                problem("there is no condition operator '" + shown(entry.getKey()) + "'", span);
            }
            if (!(entry.getValue().value() instanceof Value.Mapping keys)) {
                problem("a condition operator holds a mapping from keys to values", span);
                conditions.add(new Condition(null, "", List.of(), span));
                continue;
            }
            for (Map.Entry<String, Value.Entry> key : keys.entries().entrySet()) {
                List<TextPattern> values = new ArrayList<>();
                for (Value each : list(key.getValue().value())) {
                    values.add(TextPattern.of(
                            each,
                            operator == null
                                    ? TextPattern.Syntax.PLAIN
                                    : operator.comparison().syntax(version)));
                }
                conditions.add(new Condition(
                        operator,
                        key.getKey().toLowerCase(Locale.ROOT),
                        values,
                        key.getValue().keySpan()));
            }
        }
        return conditions;
    }

    private void unknownKeys(Value.Mapping mapping, Set<String> known, String where) {
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                problem(
                        where + " has no element '" + shown(entry.getKey()) + "'; remove it",
                        entry.getValue().keySpan());
            }
        }
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static List<Value> list(Value value) {
        return value instanceof Value.Sequence sequence ? sequence.items() : List.of(value);
    }

    private static @Nullable String text(@Nullable Value value) {
        return value instanceof Value.Text text ? text.text() : null;
    }

    private void problem(String message, Span span) {
        problems.add(new PolicyProblem(message, span));
    }
}
