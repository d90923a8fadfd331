package dev.parapet.core.report.ci;

import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.Scan;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JUnit XML: a suite for each file, a case for each rule and resource. What is violated is a failure; what is undetermined,
 * suppressed or known from the baseline is skipped and says why; what could not be looked at is an error.
 */
public final class JunitReport implements Report {
    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        Map<String, List<Finding>> byPath = new TreeMap<>();
        for (Finding finding : scan.findings()) {
            byPath.computeIfAbsent(finding.location().path(), path -> new ArrayList<>())
                    .add(finding);
        }
        Map<String, List<Fault>> faults = new TreeMap<>();
        for (Fault fault : scan.faults()) {
            faults.computeIfAbsent(fault.path(), path -> new ArrayList<>()).add(fault);
            byPath.computeIfAbsent(fault.path(), path -> new ArrayList<>());
        }
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"parapet\"");
        counts(scan.findings(), scan.faults().size(), out);
        for (Map.Entry<String, List<Finding>> entry : byPath.entrySet()) {
            List<Fault> here = faults.getOrDefault(entry.getKey(), List.of());
            out.append("  <testsuite name=\"").append(Xml.of(entry.getKey())).append('"');
            counts(entry.getValue(), here.size(), out);
            for (Fault fault : here) {
                start(fault.kind().word(), fault.path() + ":" + fault.line(), out);
                out.append(">\n      <error message=\"")
                        .append(Xml.of(fault.message()))
                        .append("\"/>\n    </testcase>\n");
            }
            for (Finding finding : entry.getValue()) {
                testCase(finding, out);
            }
            out.append("  </testsuite>\n");
        }
        out.append("</testsuites>\n");
    }

    private static void counts(List<Finding> findings, int errors, Appendable out) throws IOException {
        int failures = 0;
        int skipped = 0;
        for (Finding finding : findings) {
            if (finding.counts()) {
                failures++;
            } else if (!(finding.verdict() instanceof Verdict.Satisfied)) {
                skipped++;
            }
        }
        out.append(" tests=\"").append(Integer.toString(findings.size() + errors));
        out.append("\" failures=\"").append(Integer.toString(failures));
        out.append("\" errors=\"").append(Integer.toString(errors));
        out.append("\" skipped=\"").append(Integer.toString(skipped)).append("\">\n");
    }

    private static void start(String name, String group, Appendable out) throws IOException {
        out.append("    <testcase name=\"").append(Xml.of(name));
        out.append("\" classname=\"").append(Xml.of(group)).append('"');
    }

    private static void testCase(Finding finding, Appendable out) throws IOException {
        start(
                finding.rule() + " " + finding.resource().id().name(),
                finding.resource().id().stack(),
                out);
        if (finding.verdict() instanceof Verdict.Satisfied) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        if (finding.counts()) {
            out.append("      <failure type=\"").append(finding.severity().word());
            out.append("\" message=\"").append(Xml.of(finding.message())).append("\">");
            out.append(Xml.of(finding.location() + "\n"));
            Finding.Fix fix = finding.fix();
            out.append(Xml.of(fix == null ? "" : "Fix: " + FirstSentence.ended(fix.summary()) + "\n"));
            out.append(Xml.of("parapet rules show " + finding.rule())).append("</failure>\n");
        } else {
            out.append("      <skipped message=\"")
                    .append(Xml.of(skipped(finding)))
                    .append("\"/>\n");
        }
        out.append("    </testcase>\n");
    }

    private static String skipped(Finding finding) {
        Suppression suppressed = finding.suppressed();
        if (suppressed != null) {
            return suppressed.reason().isEmpty()
                    ? "suppressed by " + suppressed.by()
                    : "suppressed by " + suppressed.by() + ": " + suppressed.reason();
        }
        if (finding.verdict() instanceof Verdict.Undetermined undetermined) {
            return "undetermined: " + String.join(", ", undetermined.missing()) + " would settle it";
        }
        return "known from the baseline";
    }
}
