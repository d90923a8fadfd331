package dev.parapet.core.iam.lint;

import dev.parapet.core.graph.name.TextShape;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyProblem;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for mistakes in one policy document. What is unknown in it is never a mistake. */
public final class PolicyLint {
    private final SortedSet<Diagnostic> found = new TreeSet<>();

    private PolicyLint() {}

    /**
     * The mistakes of a document, in the order of the text.
     *
     * @param document the document
     * @param read what was read of it
     * @param place where it stands
     */
    public static List<Diagnostic> of(Value.Mapping document, PolicyReader.Result read, Place place) {
        PolicyLint lint = new PolicyLint();
        SizeChecks.check(document, place, lint);
        for (PolicyProblem problem : read.problems()) {
            lint.tell(Check.SYNTAX, problem.message(), problem.span());
        }
        Policy policy = read.policy();
        DocumentChecks.check(document, policy, place, lint);
        for (Statement statement : policy.statements()) {
            ActionChecks.check(statement, lint);
            ResourceChecks.check(statement, lint);
            KeyChecks.check(statement, lint);
            ConditionChecks.check(statement, policy.version(), lint);
            PrincipalChecks.check(statement, lint);
        }
        CoverChecks.check(policy, lint);
        return List.copyOf(lint.found);
    }

    void tell(Check check, String message, Span span) {
        found.add(new Diagnostic(check, message, span));
    }

    /** What to call a statement in a message. */
    static String name(Statement statement) {
        String sid = statement.sid();
        return sid == null || sid.isEmpty() ? "statement " + (statement.index() + 1) : "'" + shown(sid) + "'";
    }

    /** A text of the policy in a message. */
    static String shown(String text) {
        String shown = TextShape.shown(text);
        return shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
    }
}
