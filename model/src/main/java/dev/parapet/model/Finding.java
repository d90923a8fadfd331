package dev.parapet.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of one resource.
 *
 * @param rule the rule's id
 * @param sameAs the ids that other tools give to the same question
 * @param area the area the rule belongs to
 * @param cwe the weaknesses, such as {@code CWE-306}
 * @param severity how bad it is here, after the facts of the graph moved it
 * @param verdict what the rule says
 * @param title the rule's title
 * @param hygiene whether it is a matter of good housekeeping and no risk by itself; reports fold such findings
 * @param message what is wrong here: one sentence without a full stop
 * @param why the facts that moved the severity
 * @param resource the resource
 * @param location where the author must look; inside the resource
 * @param evidence what the verdict rests on besides
 * @param condition the undecided conditions under which it holds, such as {@code IsProd is true}
 * @param unauthenticated whether an attacker reaches it without a credential; null where that question makes no sense
 * @param fix the change that closes it
 * @param suppressed why it counts as none
 * @param baseline whether it was there before, and so counts as none
 * @param fingerprint the same for the same finding when lines move
 */
public record Finding(
        String rule,
        List<String> sameAs,
        Area area,
        List<String> cwe,
        Severity severity,
        Verdict verdict,
        String title,
        boolean hygiene,
        String message,
        List<String> why,
        Resource resource,
        Span location,
        List<Evidence> evidence,
        @Nullable String condition,
        @Nullable Boolean unauthenticated,
        @Nullable Fix fix,
        @Nullable Suppression suppressed,
        boolean baseline,
        String fingerprint) {
    public Finding {
        sameAs = List.copyOf(sameAs);
        cwe = List.copyOf(cwe);
        why = List.copyOf(why);
        evidence = List.copyOf(evidence);
    }

    /**
     * The change that closes a finding.
     *
     * @param automatic whether Parapet can make it
     * @param summary what to do, one sentence
     */
    public record Fix(boolean automatic, String summary) {}

    /** Whether it is violated and neither suppressed nor in the baseline: whether it counts for the exit code. */
    public boolean counts() {
        return verdict instanceof Verdict.Violated && suppressed == null && !baseline;
    }

    /** The same finding, each text that repeats something of what was scanned put in other words. */
    public Finding retold(UnaryOperator<String> words) {
        List<Evidence> retold = new ArrayList<>(evidence.size());
        for (Evidence one : evidence) {
            retold.add(new Evidence(words.apply(one.text()), one.location()));
        }
        return new Finding(
                rule,
                sameAs,
                area,
                cwe,
                severity,
                verdict instanceof Verdict.Undetermined(List<String> missing)
                        ? new Verdict.Undetermined(missing.stream().map(words).toList())
                        : verdict,
                title,
                hygiene,
                words.apply(message),
                why,
                resource,
                location,
                retold,
                condition == null ? null : words.apply(condition),
                unauthenticated,
                fix,
                suppressed,
                baseline,
                fingerprint);
    }

    /** The same finding, suppressed. */
    public Finding suppressedBy(Suppression by) {
        return new Finding(
                rule,
                sameAs,
                area,
                cwe,
                severity,
                verdict,
                title,
                hygiene,
                message,
                why,
                resource,
                location,
                evidence,
                condition,
                unauthenticated,
                fix,
                by,
                baseline,
                fingerprint);
    }

    /** The same finding, known before. */
    public Finding inBaseline() {
        return new Finding(
                rule,
                sameAs,
                area,
                cwe,
                severity,
                verdict,
                title,
                hygiene,
                message,
                why,
                resource,
                location,
                evidence,
                condition,
                unauthenticated,
                fix,
                suppressed,
                true,
                fingerprint);
    }
}
