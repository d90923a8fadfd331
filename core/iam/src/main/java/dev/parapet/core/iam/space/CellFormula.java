package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The formula that says of requests for one action, principal and resource whether they are in a set.
 *
 * <p>What hangs on a policy variable or an unknown part can be left closed: it is an atom then that may be true or false, the same one
 * wherever the same words stand. That is more than all that requests can make of it, so that a formula which no choice of atoms makes
 * true is a proof.
 */
final class CellFormula implements Function<Request, Truth> {
    private static final List<ContextValue> TRUE_OR_FALSE =
            List.of(new ContextValue.One("true"), new ContextValue.One("false"));

    private final RequestSet set;
    private final Request bare;
    private final PolicyKind kind;
    private final boolean closed;
    private final List<Term> terms = new ArrayList<>();
    private final Map<List<Object>, String> atoms = new LinkedHashMap<>();

    /**
     * A formula.
     *
     * @param set the set
     * @param clauses the statements that may be about the action
     * @param bare the request, its context holding no more than the values of policy variables
     * @param closed whether what hangs on policy variables and unknown parts is closed
     */
    CellFormula(RequestSet set, List<Clause> clauses, Request bare, PolicyKind kind, boolean closed) {
        this.set = set;
        this.bare = bare;
        this.kind = kind;
        this.closed = closed;
        for (Clause clause : clauses) {
            Term term = term(clause);
            if (!term.isIdle()) {
                terms.add(term);
            }
        }
    }

    private Term term(Clause clause) {
        Statement statement = clause.statement();
        Truth who = StatementMatching.principal(statement, bare, kind)
                .and(StatementMatching.action(statement.action(), bare));
        Element<TextPattern> element = statement.resource();
        boolean beyond = element != null && element.negated();
        List<String> hangsOn = new ArrayList<>();
        List<TextPattern> plain = new ArrayList<>();
        for (TextPattern pattern : element == null ? List.<TextPattern>of() : element.patterns()) {
            if (!closed || !UnknownParts.isOpen(pattern)) {
                plain.add(pattern);
            } else if (UnknownParts.holdsVariable(pattern) && beyond || canCover(pattern)) {
                hangsOn.add(atom(List.of(beyond, pattern.tokens())));
            }
        }
        Truth resource = StatementMatching.resource(element == null ? null : new Element<>(beyond, plain), bare, kind);
        List<String> conditions = new ArrayList<>();
        for (Condition condition : statement.conditions()) {
            conditions.add(closed && hangsOnOthers(condition) ? atom(words(condition)) : "");
        }
        return new Term(clause, who, resource, beyond, hangsOn, conditions);
    }

    private boolean canCover(TextPattern pattern) {
        Element<TextPattern> widest = new Element<>(false, List.of(UnknownParts.widest(pattern)));
        return !(StatementMatching.resource(widest, bare, kind) instanceof Truth.No);
    }

    private static boolean hangsOnOthers(Condition condition) {
        return condition.values().stream().anyMatch(UnknownParts::isOpen);
    }

    private static List<Object> words(Condition condition) {
        List<Object> words = new ArrayList<>(List.of(condition.key(), String.valueOf(condition.operator())));
        condition.values().forEach(value -> words.add(value.tokens()));
        return words;
    }

    /** The name of an atom among the keys of the context; no condition key has such a one. */
    private String atom(List<Object> words) {
        return atoms.computeIfAbsent(words, key -> "\n" + atoms.size());
    }

    /** What tells it from another formula over the same statements. */
    List<Object> shape() {
        List<Object> shape = new ArrayList<>();
        for (Term term : terms) {
            shape.addAll(List.of(term.clause().place(), term.who(), term.resource(), term.atoms(), term.conditions()));
        }
        return shape;
    }

    /** What is left of the statements that may be about the request. */
    List<Term> terms() {
        return terms;
    }

    /** The atoms of statements that may be about the request. */
    private List<String> used() {
        return terms.stream()
                .flatMap(term -> Stream.concat(term.atoms().stream(), term.conditions().stream()))
                .filter(atom -> !atom.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether a request that makes it true may be none, as it hangs on atoms. */
    boolean hasAtoms() {
        return !used().isEmpty();
    }

    /**
     * What the condition keys and the atoms can be.
     *
     * @param resolved puts values for the policy variables of a condition
     */
    List<KeyCells> cells(Function<Condition, Condition> resolved) {
        SortedMap<String, List<Condition>> byKey = new TreeMap<>();
        for (Term term : terms) {
            List<Condition> conditions = term.clause().statement().conditions();
            for (int i = 0; i < conditions.size(); i++) {
                if (term.conditions().get(i).isEmpty()) {
                    byKey.computeIfAbsent(conditions.get(i).key(), key -> new ArrayList<>())
                            .add(resolved.apply(conditions.get(i)));
                }
            }
        }
        List<KeyCells> cells = new ArrayList<>();
        byKey.forEach((key, conditions) -> cells.add(KeyCells.of(key, conditions)));
        used().forEach(atom -> cells.add(new KeyCells(atom, TRUE_OR_FALSE, List.of())));
        return cells;
    }

    @Override
    public Truth apply(Request request) {
        return set.truth(space -> allowed(space, request));
    }

    private Truth allowed(PolicySpace space, Request request) {
        Truth allowed = Truth.NO;
        Truth denied = Truth.NO;
        for (Term term : terms) {
            if (!term.clause().space().equals(space)) {
                continue;
            }
            if (term.clause().allows()) {
                allowed = allowed.or(term.holds(request.context()));
            } else {
                denied = denied.or(term.holds(request.context()));
            }
        }
        return allowed.and(denied.not());
    }
}
