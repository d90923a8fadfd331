package dev.parapet.core.report.text;

import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Summary;
import dev.parapet.model.Finding;
import dev.parapet.model.Severity;
import java.io.IOException;
import java.util.List;

/** The last lines: how much was found, what does not count and why, and how much was looked at. */
final class Closing {
    private final Style style;

    Closing(Style style) {
        this.style = style;
    }

    void write(
            Scan scan,
            Summary summary,
            List<Finding> now,
            List<Finding> next,
            List<Finding> then,
            List<Finding> housekeeping,
            Appendable out)
            throws IOException {
        out.append(found(summary, now, next, then, housekeeping)).append('\n');
        String besides = besides(scan, summary);
        if (!besides.isEmpty()) {
            out.append("Besides: ").append(besides).append(".\n");
        }
        out.append("Looked at ")
                .append(Nouns.count(summary.files(), "file"))
                .append(", ")
                .append(Nouns.count(summary.resources(), "resource"))
                .append(" (")
                .append(Nouns.count(summary.functions(), "function"))
                .append("); ")
                .append(Nouns.count(summary.satisfied(), "check"))
                .append(summary.satisfied() == 1 ? " is satisfied.\n" : " are satisfied.\n");
    }

    private String found(
            Summary summary, List<Finding> now, List<Finding> next, List<Finding> then, List<Finding> housekeeping) {
        int risks = now.size() + next.size() + then.size();
        if (risks == 0 && housekeeping.isEmpty()) {
            if (summary.resources() == 0) {
                return Paint.MEDIUM.on("No resource was found, so nothing was checked.", style);
            }
            boolean clean = summary.undetermined() == 0 && summary.faults() == 0;
            String found = summary.baseline() > 0 ? "Nothing new was found" : "Nothing was found";
            return (clean ? Paint.GOOD : Paint.STRONG)
                    .on(summary.undetermined() == 0 ? found + "." : found + " for certain.", style);
        }
        int[] counts = new int[Severity.values().length];
        for (List<Finding> findings : List.of(now, next, then)) {
            for (Finding finding : findings) {
                counts[finding.severity().ordinal()]++;
            }
        }
        StringBuilder text = new StringBuilder();
        String separator = ": ";
        for (int i = counts.length - 1; i >= 0; i--) {
            if (counts[i] > 0) {
                Severity severity = Severity.values()[i];
                text.append(separator).append(Paint.of(severity).on(counts[i] + " " + severity.word(), style));
                separator = ", ";
            }
        }
        String found = Paint.STRONG.on("Found " + (risks == 0 ? "no risk" : Nouns.count(risks, "risk")), style) + text;
        return housekeeping.isEmpty() ? found + "." : found + "; " + housekeeping.size() + " of housekeeping.";
    }

    private static String besides(Scan scan, Summary summary) {
        StringBuilder text = new StringBuilder();
        add(summary.undetermined(), "undetermined", text);
        add(summary.suppressed(), "suppressed", text);
        add(summary.baseline(), "known from the baseline", text);
        if (!scan.faults().isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(Nouns.count(scan.faults().size(), "thing"))
                    .append(" not fully looked at");
        }
        return text.toString();
    }

    private static void add(int count, String what, StringBuilder text) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
        }
    }
}
