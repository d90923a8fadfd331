package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a statement says, wherever it is written: statements that say the same are one clause, so that what was found out for one
 * holder is known for all. Clauses are compared by identity; {@link Clauses} makes one for each meaning.
 */
final class Clause {
    private static final List<String> ABOUT_WHO =
            List.of("aws:principalarn", "aws:username", "aws:userid", "aws:principaltag/", "aws:principaltype");
    private static final List<String> ABOUT_TARGET =
            List.of("aws:resourcetag/", "iam:resourcetag/", "iam:permissionsboundary");

    private final int number;
    private final Statement statement;
    private final BitSet covers;
    private final BitSet mayCover;
    private final boolean aboutWho;
    private final boolean aboutTarget;
    private final boolean conditional;

    /**
     * A clause.
     *
     * @param number its place among all clauses
     * @param statement one of the statements that say so
     * @param covers the actions that it is about, by their numbers
     * @param mayCover those and the ones that it may be about, where that is not known
     */
    Clause(int number, Statement statement, BitSet covers, BitSet mayCover) {
        this.number = number;
        this.statement = statement;
        this.covers = covers;
        this.mayCover = mayCover;
        this.conditional = keys().findAny().isPresent();
        this.aboutWho = keys().anyMatch(Clause::isAboutWho);
        this.aboutTarget = keys().anyMatch(key -> ABOUT_TARGET.stream().anyMatch(key::startsWith));
    }

    int number() {
        return number;
    }

    Statement statement() {
        return statement;
    }

    boolean allows() {
        return statement.effect() == Effect.ALLOW;
    }

    /** The actions that it is, or may be, about. */
    BitSet mayCover() {
        return mayCover;
    }

    /** Whether a condition key follows from who asks. */
    static boolean isAboutWho(String key) {
        return ABOUT_WHO.stream().anyMatch(key::startsWith);
    }

    /** Whether it says something else of one holder than of another. */
    boolean isAboutWho() {
        return aboutWho;
    }

    /** Whether it names any condition key. */
    boolean isConditional() {
        return conditional;
    }

    /** Whether it is certain that it is about an action, as far as it may be. */
    boolean covers(int action) {
        return covers.get(action);
    }

    /** Whether its conditions ask something of the user, role or group that the action is done to. */
    boolean isAboutTarget() {
        return aboutTarget;
    }

    /** Whether it says something of an action by its number and a resource. */
    Truth applies(int action, Request request) {
        Truth truth = action(action, request);
        if (!(truth instanceof Truth.No)) {
            truth = truth.and(StatementMatching.resource(statement.resource(), request, Access.KIND));
        }
        return truth instanceof Truth.No ? truth : truth.and(holds(request));
    }

    /** Whether it lists actions of a service by its prefix, such as {@code sso:}. */
    boolean names(String prefix) {
        return !statement.action().negated()
                && statement.action().patterns().stream()
                        .anyMatch(pattern -> pattern.text().regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    /** Whether its conditions hold. */
    Truth holds(Request request) {
        Truth truth = Truth.YES;
        for (Condition condition : statement.conditions()) {
            truth = truth.and(ConditionMatch.holds(condition, request.context()));
        }
        return truth;
    }

    /** Whether it is about an action, whatever it is done to. */
    Truth action(int action, Request request) {
        return covers.get(action)
                ? Truth.YES
                : mayCover.get(action) ? StatementMatching.action(statement.action(), request) : Truth.NO;
    }

    /** The condition keys that its conditions and policy variables name, in lower case. */
    Stream<String> keys() {
        Stream<TextPattern> values =
                statement.conditions().stream().map(Condition::values).flatMap(List::stream);
        Stream<TextPattern> resources =
                statement.resource() == null ? Stream.of() : statement.resource().patterns().stream();
        Stream<String> variables = Stream.concat(values, resources)
                .flatMap(pattern -> pattern.tokens().stream())
                .filter(Token.Variable.class::isInstance)
                .map(token -> ((Token.Variable) token).key());
        return Stream.concat(statement.conditions().stream().map(Condition::key), variables);
    }

    /** What tells it from other clauses. */
    static List<Object> meaning(Statement statement) {
        List<Object> meaning = new ArrayList<>();
        meaning.add(statement.effect());
        meaning.add(meaning(statement.action()));
        meaning.add(statement.resource() == null ? "" : meaning(statement.resource()));
        for (Condition condition : statement.conditions()) {
            meaning.add(String.valueOf(condition.operator()));
            meaning.add(condition.key());
            meaning.add(tokens(condition.values()));
        }
        return meaning;
    }

    private static List<Object> meaning(Element<TextPattern> element) {
        return List.of(element.negated(), tokens(element.patterns()));
    }

    private static List<List<Token>> tokens(List<TextPattern> patterns) {
        return patterns.stream().map(TextPattern::tokens).toList();
    }
}
