package dev.parapet.core.iam.space;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values for policy variables. There are too many to try all; some that tell much apart are tried when a request is looked for.
 *
 * @param values what each condition key is that a variable stands for
 */
record Assignment(SortedMap<String, ContextValue> values) {
    private static final int MOST = 16;
    private static final ContextValue ABSENT = new ContextValue.Absent();

    /** Those that are tried: something of its own for each, the same for all, none, and what conditions on the keys ask for. */
    static List<Assignment> of(List<Statement> statements) {
        SortedSet<String> keys = new TreeSet<>();
        statements.forEach(statement -> keys.addAll(UnknownParts.variables(statement)));
        SortedMap<String, ContextValue> own = new TreeMap<>();
        SortedMap<String, ContextValue> same = new TreeMap<>();
        SortedMap<String, ContextValue> none = new TreeMap<>();
        for (String key : keys) {
            own.put(key, new ContextValue.One("somebody" + (own.isEmpty() ? "" : own.size())));
            same.put(key, new ContextValue.One("somebody"));
            none.put(key, ABSENT);
        }
        Set<Assignment> tried = new LinkedHashSet<>(List.of(new Assignment(own), new Assignment(same)));
        for (String key : keys) {
            for (ContextValue value :
                    KeyCells.of(key, conditions(statements, key)).values()) {
                if (!(value instanceof ContextValue.Many)) {
                    SortedMap<String, ContextValue> changed = new TreeMap<>(own);
                    changed.put(key, value);
                    tried.add(new Assignment(changed));
                }
            }
        }
        tried.add(new Assignment(none));
        return tried.stream().limit(MOST).toList();
    }

    private static List<Condition> conditions(List<Statement> statements, String key) {
        return statements.stream()
                .flatMap(statement -> statement.conditions().stream())
                .filter(condition -> condition.key().equals(key))
                .toList();
    }

    /** The values as what a request says; nothing is known of other keys. */
    Context context() {
        return new Context(values, false);
    }

    /** A statement with the values in its resources. */
    Statement in(Statement statement) {
        Element<TextPattern> resource = statement.resource();
        return new Statement(
                statement.index(),
                statement.sid(),
                statement.effect(),
                statement.principal(),
                statement.action(),
                resource == null ? null : new Element<>(resource.negated(), in(resource.patterns())),
                statement.conditions(),
                statement.span());
    }

    /** A condition with the values. */
    Condition in(Condition condition) {
        return new Condition(condition.operator(), condition.key(), in(condition.values()), condition.span());
    }

    private List<TextPattern> in(List<TextPattern> patterns) {
        List<TextPattern> changed = new ArrayList<>();
        for (TextPattern pattern : patterns) {
            List<Token> tokens = new ArrayList<>();
            for (Token token : pattern.tokens()) {
                tokens.add(token instanceof Token.Variable variable ? in(variable) : token);
            }
            changed.add(new TextPattern(pattern.text(), tokens, pattern.span()));
        }
        return changed;
    }

    private Token in(Token.Variable variable) {
        ContextValue value = values.getOrDefault(variable.key(), ABSENT);
        return value instanceof ContextValue.One(String text)
                ? new Token.Literal(text)
                : variable.fallback() != null ? new Token.Literal(variable.fallback()) : variable;
    }
}
