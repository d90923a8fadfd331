package dev.parapet.core.report.text;

import dev.parapet.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Folds what says the same in the same words, save for the names of resources; the order is that of the first of each.
     *
     * @param names the names of all resources
     */
    static List<Fold> byWords(List<Finding> findings, Set<String> names) {
        Map<List<Object>, Fold> folds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Object> key = List.of(
                    finding.rule(),
                    finding.severity(),
                    withoutNames(finding.message(), names),
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

    private static String withoutNames(String message, Set<String> names) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < message.length()) {
            int end = at;
            while (end < message.length() && Character.isLetterOrDigit(message.charAt(end))) {
                end++;
            }
            if (end == at) {
                words.append(message.charAt(at++));
            } else {
                String word = message.substring(at, end);
                words.append(names.contains(word) ? "\0" : word);
                at = end;
            }
        }
        return words.toString();
    }
}
