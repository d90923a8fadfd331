package dev.parapet.core.rule;

import dev.parapet.core.rule.secret.Redaction;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import java.util.List;

/**
 * What the rules say of a graph.
 *
 * @param findings what is violated or undetermined, and what is satisfied where that was asked for; what to do first comes first
 * @param faults rules that could not be evaluated
 * @param satisfied how many verdicts were satisfied
 * @param redaction keeps the secrets that were found from being told in the rest of a report
 */
public record Judgement(List<Finding> findings, List<Fault> faults, int satisfied, Redaction redaction) {
    public Judgement {
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }
}
