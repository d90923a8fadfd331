package dev.parapet.core.report.html;

import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Summary;
import dev.parapet.model.Finding;
import dev.parapet.model.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The upper part of the page. */
final class PageHead {
    private PageHead() {}

    /** Writes what was looked at and how much was found. */
    static void write(Scan scan, List<Finding> findings, Appendable out) throws IOException {
        Summary summary = Summary.of(scan);
        out.append(
                "<header>\n<div class=\"name\"><svg viewBox=\"0 0 24 24\" width=\"28\" height=\"28\" aria-hidden=\"true\">");
        out.append(
                "<path fill=\"currentColor\" d=\"M3 4h4v4h3V4h4v4h3V4h4v8l-1.5 8h-15L3 12z\"/></svg><h1>Parapet</h1>");
        out.append("<button id=\"theme\" type=\"button\" hidden>Theme: system</button></div>\n<p>Looked at ");
        out.append(count(summary.files(), "file")).append(", ").append(count(summary.resources(), "resource"));
        out.append(" (").append(count(summary.functions(), "function")).append("). ");
        out.append(count(summary.satisfied(), "check")).append(summary.satisfied() == 1 ? " is" : " are");
        out.append(" satisfied.");
        if (summary.resources() == 0) {
            out.append(" <strong>No resource was found, so nothing was checked.</strong>");
        }
        if (!scan.faults().isEmpty()) {
            out.append(" <a href=\"#faults\">")
                    .append(count(summary.faults(), "thing"))
                    .append(" could not be fully looked at.</a>");
        }
        out.append("</p>\n<ul class=\"counts\">");
        int[] counts = new int[Severity.values().length];
        for (Finding finding : findings) {
            if (finding.counts()) {
                counts[finding.severity().ordinal()]++;
            }
        }
        for (int i = counts.length - 1; i >= 0; i--) {
            tile(Severity.values()[i].word(), counts[i], out);
        }
        tile("undetermined", summary.undetermined(), out);
        tile("suppressed", summary.suppressed(), out);
        if (summary.baseline() > 0) {
            tile("known", summary.baseline(), out);
        }
        out.append("</ul>\n</header>\n");
    }

    private static void tile(String word, int count, Appendable out) throws IOException {
        out.append("<li class=\"")
                .append(word)
                .append(count == 0 ? " none" : "")
                .append("\"><b>");
        out.append(Integer.toString(count)).append("</b> ").append(word).append("</li>");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Writes the filters, which stay hidden until the script runs. */
    static void filters(List<Finding> findings, Appendable out) throws IOException {
        Map<String, Integer> severities = new LinkedHashMap<>();
        Map<String, Integer> areas = new TreeMap<>();
        Map<String, Integer> rules = new TreeMap<>();
        Map<String, Integer> files = new TreeMap<>();
        Map<String, Integer> states = new LinkedHashMap<>();
        for (int i = Severity.values().length - 1; i >= 0; i--) {
            severities.put(Severity.values()[i].word(), 0);
        }
        for (Finding finding : findings) {
            severities.merge(finding.severity().word(), 1, Integer::sum);
            areas.merge(finding.area().word(), 1, Integer::sum);
            rules.merge(finding.rule(), 1, Integer::sum);
            files.merge(finding.location().path(), 1, Integer::sum);
            states.merge(HtmlReport.state(finding), 1, Integer::sum);
        }
        out.append("<form id=\"filters\" role=\"search\" aria-label=\"Filter the findings\" hidden>\n");
        out.append(
                "<input type=\"search\" name=\"text\" placeholder=\"Search\" aria-label=\"Search\" autocomplete=\"off\">\n");
        select("severity", "Any severity", severities, out);
        select("area", "Any area", areas, out);
        select("rule", "Any rule", rules, out);
        select("file", "Any file", files, out);
        select("state", "Any state", states, out);
        out.append("<button type=\"reset\">Clear</button>\n<button type=\"button\" id=\"expand\">Open all</button>\n");
        out.append("<output id=\"shown\" aria-live=\"polite\"></output>\n</form>\n");
    }

    private static void select(String name, String all, Map<String, Integer> counts, Appendable out)
            throws IOException {
        out.append("<select name=\"")
                .append(name)
                .append("\" aria-label=\"")
                .append(name)
                .append("\"><option value=\"\">");
        out.append(all).append("</option>");
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > 0) {
                String value = Html.of(entry.getKey());
                out.append("<option value=\"").append(value).append("\">").append(value);
                out.append(" (").append(entry.getValue().toString()).append(")</option>");
            }
        }
        out.append("</select>\n");
    }
}
