package dev.parapet.core.report.text;

import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings that say the same of several resources, the first of which speaks for all. */
final class Fold {
    private final List<Finding> findings = new ArrayList<>(1);

    private Fold() {}

    /** The one that speaks for all. */
    Finding first() {
        return findings.getFirst();
    }

    /** All of them, in order; at least one. */
    List<Finding> all() {
        return findings;
    }

    /** Folds what says the same in the same words, save for the resource's name; the order is that of the first of each. */
    static List<Fold> byWords(List<Finding> findings) {
        Map<List<Object>, Fold> folds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> key = List.of(
                    finding.rule(),
                    finding.severity(),
                    withoutName(finding),
                    finding.why(),
                    finding.condition() == null ? "" : finding.condition());
            folds.computeIfAbsent(key, same -> new Fold()).findings.add(finding);
        }
        return new ArrayList<>(folds.values());
    }

    /** Folds all findings of a rule. */
    static List<Fold> byRule(List<Finding> findings) {
        Map<String, Fold> folds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            folds.computeIfAbsent(finding.rule(), same -> new Fold()).findings.add(finding);
        }
        return new ArrayList<>(folds.values());
    }

    private static String withoutName(Finding finding) {
        Resource resource = finding.resource();
        String message = finding.message().replace(resource.id().name(), "\0");
        String written = resource.writtenAs();
        return written == null ? message : message.replace(written, "\0");
    }
}
