package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks through one cell of requests after the other for one that is in a set. */
final class CellSearch {
    private final RequestSet set;
    private final List<Clause> clauses;
    private final PolicyKind kind;
    private final @Nullable Assignment assignment;
    private final SortedSet<String> undecided = new TreeSet<>();
    private final List<ActionClasses.Sample> suspects = new ArrayList<>();
    /** The formulas that have been found to tell nothing apart. */
    private final Set<List<Object>> settled = new HashSet<>();

    /**
     * A search.
     *
     * @param assignment the values of policy variables; null to leave closed what hangs on them
     */
    CellSearch(RequestSet set, List<Clause> clauses, PolicyKind kind, @Nullable Assignment assignment) {
        this.set = set;
        this.clauses = clauses;
        this.kind = kind;
        this.assignment = assignment;
    }

    /** Why there may be such a request although none was found, sorted; empty where there is none. */
    SortedSet<String> undecided() {
        return undecided;
    }

    /** The actions of which there may be such a request. */
    List<ActionClasses.Sample> suspects() {
        return suspects;
    }

    /** Such a request for one of some actions; null when none was found. */
    @Nullable
    Request find(List<ActionClasses.Sample> actions) {
        for (ActionClasses.Sample action : actions) {
            int before = undecided.size();
            Request witness = find(action);
            if (witness != null) {
                return witness;
            }
            if (undecided.size() > before) {
                suspects.add(action);
            }
        }
        return null;
    }

    private @Nullable Request find(ActionClasses.Sample action) {
        List<Clause> relevant = new ArrayList<>();
        action.about().stream().forEach(place -> relevant.add(clauses.get(place)));
        // Where some of the policies allow nothing, there is often no such request whatever the others say.
        Truth can = set.truth(space ->
                relevant.stream().anyMatch(each -> each.allows() && each.space().equals(space))
                        ? Truth.unknown("")
                        : Truth.NO);
        if (can instanceof Truth.No) {
            return null;
        }
        List<Statement> statements = relevant.stream().map(Clause::statement).toList();
        List<String> resources = ResourceCells.of(
                assignment == null
                        ? statements
                        : statements.stream().map(assignment::in).toList(),
                action.takesResources());
        if (resources == null) {
            undecided.add("too many different resources of " + action.name());
            return null;
        }
        for (Principal principal : PrincipalSamples.of(statements, kind)) {
            for (String resource : resources) {
                Request witness = find(action, principal, resource, relevant);
                if (witness != null) {
                    return witness;
                }
            }
        }
        return null;
    }

    private @Nullable Request find(
            ActionClasses.Sample action, Principal principal, String resource, List<Clause> relevant) {
        Request bare = new Request(
                principal,
                action.name(),
                resource,
                false,
                PrincipalSamples.OWNER,
                assignment == null ? new Context(Map.of(), false) : assignment.context());
        CellFormula formula = new CellFormula(set, relevant, bare, kind, assignment == null);
        if (!settled.add(formula.shape())) {
            return null;
        }
        List<KeyCells> cells = new ArrayList<>();
        for (KeyCells each : formula.cells(condition -> assignment == null ? condition : assignment.in(condition))) {
            if (assignment == null || !assignment.values().containsKey(each.key())) {
                cells.add(each);
            }
        }
        ContextSearch search = new ContextSearch(formula, bare, cells);
        Request found = search.find();
        if (found != null && !formula.hasAtoms()) {
            return found;
        }
        if (search.isGivenUp()) {
            undecided.add("too many combinations of condition keys for " + action.name());
        }
        if (found != null || search.isOpen()) {
            for (Term term : formula.terms()) {
                undecided.addAll(UnknownParts.of(term.clause().statement()));
            }
        }
        if (found == null) {
            cells.forEach(each -> undecided.addAll(each.undecided()));
        }
        return null;
    }
}
