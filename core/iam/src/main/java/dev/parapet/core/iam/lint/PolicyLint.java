package dev.parapet.core.iam.lint;

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
     * The mistakes of a document, by place.
     *
     * @param document the document
     * @param read what was read of it
     */
    public static List<Diagnostic> of(Value.Mapping document, PolicyReader.Result read) {
        PolicyLint lint = new PolicyLint();
        for (PolicyProblem problem : read.problems()) {
            lint.error("syntax", problem.message(), problem.span());
        }
        Policy policy = read.policy();
        DocumentChecks.check(document, policy, lint);
        for (Statement statement : policy.statements()) {
            ActionChecks.check(statement, lint);
            ConditionChecks.check(statement, policy.version(), lint);
            PrincipalChecks.check(statement, lint);
        }
        CoverChecks.check(policy, lint);
        return List.copyOf(lint.found);
    }

    void error(String id, String message, Span span) {
        found.add(new Diagnostic(id, Diagnostic.Level.ERROR, message, span));
    }

    void warning(String id, String message, Span span) {
        found.add(new Diagnostic(id, Diagnostic.Level.WARNING, message, span));
    }

    /** What to call a statement in a message. */
    static String name(Statement statement) {
        String sid = statement.sid();
        return sid == null || sid.isEmpty() ? "statement " + (statement.index() + 1) : "'" + shown(sid) + "'";
    }

    /** A text of the policy in a message. */
    static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
