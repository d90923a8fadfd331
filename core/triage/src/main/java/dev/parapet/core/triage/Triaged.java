package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import java.util.List;

/**
 * Findings after suppression.
 *
 * @param findings all findings that came in, in the same order, the suppressed ones saying by what
 * @param notes what is wrong with suppressions: not understood, or expired
 * @param unused Parapet's own suppressions that nothing matched; only worth saying when every rule has run
 */
public record Triaged(List<Finding> findings, List<Note> notes, List<Note> unused) {
    public Triaged {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        unused = List.copyOf(unused);
    }
}
