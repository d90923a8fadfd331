package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether there is no request in a set.
 *
 * <p>Actions fall into classes that the same statements cover; for each class only those statements matter, and the resources fall into
 * cells that the same patterns cover. What is left for a class, a principal and a cell is a formula of conditions, each about one key;
 * the values of a key fall into cells again, and trying one value of each decides the formula. A request of the set is looked for in
 * all combinations; when there is none the set is empty, and that is a proof, except where a part could not be cut into cells, which is
 * said.
 *
 * <p>What hangs on a policy variable, whose values are those of another key, may be so or so at first ({@link CellFormula}); where that
 * does not make a proof, requests are looked for with some values of the variables ({@link Assignment}).
 */
final class EmptinessProof {
    private EmptinessProof() {}

    static Proof of(RequestSet set) {
        List<PolicySpace> spaces = set.spaces();
        PolicyKind kind = spaces.getFirst().kind();
        List<Clause> clauses = new ArrayList<>();
        for (PolicySpace space : spaces) {
            if (space.kind() != kind) {
                throw new IllegalArgumentException("policies of different kinds do not compare");
            }
            space.statements().forEach(statement -> clauses.add(new Clause(clauses.size(), statement, space)));
        }
        List<Statement> statements = clauses.stream().map(Clause::statement).toList();
        SortedSet<String> undecided = new TreeSet<>();
        List<ActionClasses.Sample> actions = ActionClasses.of(statements, undecided);
        CellSearch closed = new CellSearch(set, clauses, kind, null);
        Request witness = closed.find(actions);
        if (witness != null) {
            return new Proof.Refuted(witness);
        }
        undecided.addAll(closed.undecided());
        if (undecided.isEmpty()) {
            return new Proof.Proven();
        }
        for (Assignment assignment : Assignment.of(statements)) {
            witness = new CellSearch(set, clauses, kind, assignment).find(closed.suspects());
            if (witness != null) {
                return new Proof.Refuted(witness);
            }
        }
        return new Proof.Undecided(List.copyOf(undecided));
    }
}
