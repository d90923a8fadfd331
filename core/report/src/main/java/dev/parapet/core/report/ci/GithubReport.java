package dev.parapet.core.report.ci;

import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Summary;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Markdown for the step summary of GitHub Actions: {@code parapet scan --format github >> "$GITHUB_STEP_SUMMARY"}. A summary may
 * hold one mebibyte, so tables end after {@value #ROWS} rows and say so.
 */
public final class GithubReport implements Report {
    private static final int ROWS = 200;

    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        List<Finding> risks = new ArrayList<>();
        List<Finding> housekeeping = new ArrayList<>();
        List<Finding> undetermined = new ArrayList<>();
        for (Finding finding : scan.findings()) {
            if (finding.counts()) {
                (finding.hygiene() ? housekeeping : risks).add(finding);
            } else if (finding.verdict() instanceof Verdict.Undetermined && finding.suppressed() == null) {
                undetermined.add(finding);
            }
        }
        Summary summary = Summary.of(scan);
        out.append("## Parapet\n\n");
        if (risks.isEmpty() && housekeeping.isEmpty()) {
            out.append(
                    summary.resources() == 0
                            ? "No resource was found, so nothing was checked.\n\n"
                            : "Nothing was found.\n\n");
        }
        table("Risks", risks, out);
        table("Housekeeping", housekeeping, out);
        table("Undetermined", undetermined, out);
        faults(scan.faults(), out);
        out.append("Looked at ").append(count(summary.files(), "file"));
        out.append(", ").append(count(summary.resources(), "resource"));
        out.append(" (").append(count(summary.functions(), "function")).append("); ");
        out.append(count(summary.satisfied(), "check")).append(" satisfied, ");
        out.append(Integer.toString(summary.suppressed())).append(" suppressed, ");
        out.append(Integer.toString(summary.baseline())).append(" known from the baseline.\n");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void table(String title, List<Finding> findings, Appendable out) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        boolean open = title.equals("Risks");
        out.append(open ? "### Risks (" : "<details><summary>" + title + " (");
        out.append(Integer.toString(findings.size())).append(open ? ")\n\n" : ")</summary>\n\n");
        out.append("| Severity | What | Where | Rule |\n| --- | --- | --- | --- |\n");
        int rows = 0;
        for (Finding finding : findings) {
            if (rows++ == ROWS) {
                out.append("\nand ")
                        .append(Integer.toString(findings.size() - ROWS))
                        .append(" more.\n");
                break;
            }
            Finding.Fix fix = finding.fix();
            out.append("| ").append(finding.severity().word());
            out.append(" | ").append(Markdown.of(finding.message()));
            out.append(fix == null ? "" : "<br>Fix: " + Markdown.of(FirstSentence.ended(fix.summary())));
            out.append(" | ")
                    .append(Markdown.of(finding.location().path() + ":"
                            + finding.location().start().line()));
            out.append(" | ").append(Markdown.of(finding.rule())).append(" |\n");
        }
        out.append(open ? "\n" : "\n</details>\n\n");
    }

    private static void faults(List<Fault> faults, Appendable out) throws IOException {
        if (faults.isEmpty()) {
            return;
        }
        out.append("### Not fully looked at (")
                .append(Integer.toString(faults.size()))
                .append(")\n\n");
        int rows = 0;
        for (Fault fault : faults) {
            if (rows++ == ROWS) {
                out.append("\nand ")
                        .append(Integer.toString(faults.size() - ROWS))
                        .append(" more.\n");
                break;
            }
            out.append("- ")
                    .append(Markdown.of(fault.path() + ":" + fault.line() + ": " + fault.message()))
                    .append('\n');
        }
        out.append('\n');
    }
}
