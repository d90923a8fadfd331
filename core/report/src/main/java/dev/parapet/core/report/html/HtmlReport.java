package dev.parapet.core.report.html;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.RuleText;
import dev.parapet.core.report.RuleTexts;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.Urgent;
import dev.parapet.core.report.graph.StackGraphs;
import dev.parapet.core.report.source.Lines;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.ShippedFile;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One page of HTML: findings with filters, the graph, what could not be looked at, the rules. It loads nothing, works from a
 * file, and its content security policy allows its own style and script by hash and nothing else, so that even a name that
 * slipped through as markup could do nothing. Without the script all of it can be read; only the filters are gone.
 */
public final class HtmlReport implements Report {
    /** Draws the graph as SVG; it writes no element {@code script} or {@code style} and no attribute {@code style}. */
    @FunctionalInterface
    public interface Picture {
        /** Writes one element {@code svg}, or nothing where the graph is too large to be looked at. */
        void write(Graph graph, Appendable out) throws IOException;
    }

    /** A picture of more nodes tells nothing, and takes long to lay out. */
    private static final int MOST_NODES = 150;

    private static final int MOST_PICTURES = 40;

    private final RuleTexts texts;
    private final Picture picture;

    public HtmlReport(RuleTexts texts, Picture picture) {
        this.texts = texts;
        this.picture = picture;
    }

    @Override
    public void write(Scan scan, Appendable out) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : scan.findings()) {
            if (!(finding.verdict() instanceof Verdict.Satisfied)) {
                findings.add(finding);
            }
        }
        Map<String, Finding> rules = new TreeMap<>();
        for (Finding finding : findings) {
            rules.putIfAbsent(finding.rule(), finding);
        }
        String style = resource("report.css");
        String script = resource("report.js");
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
        out.append(hash(style)).append("'; script-src 'sha256-").append(hash(script));
        out.append("'; base-uri 'none'; form-action 'none'\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<title>Parapet</title>\n<style>").append(style).append("</style>\n</head>\n<body>\n");
        PageHead.write(scan, findings, out);
        PageHead.filters(findings, out);
        out.append("<main id=\"findings\">\n");
        findings(scan, findings, List.copyOf(rules.keySet()), out);
        graph(scan, out);
        faults(scan, out);
        rules(rules, out);
        out.append("</main>\n<footer>Parapet ").append(Html.of(scan.version()));
        out.append(
                " \u00b7 <kbd>/</kbd> search \u00b7 <kbd>j</kbd> <kbd>k</kbd> next, previous \u00b7 <kbd>Enter</kbd> open</footer>\n");
        out.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    }

    /** What filters call the state of a finding. */
    static String state(Finding finding) {
        if (finding.suppressed() != null) {
            return "suppressed";
        }
        if (finding.baseline()) {
            return "known";
        }
        return finding.verdict().word();
    }

    private void findings(Scan scan, List<Finding> findings, List<String> rules, Appendable out) throws IOException {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (String group : List.of(
                "Fix now",
                "Fix next",
                "Then",
                "Housekeeping",
                "Undetermined",
                "Known from the baseline",
                "Suppressed")) {
            groups.put(group, new ArrayList<>());
        }
        for (Finding finding : findings) {
            groups.getOrDefault(group(finding), new ArrayList<>()).add(finding);
        }
        Map<String, Integer> numbers = new HashMap<>();
        for (String rule : rules) {
            numbers.put(rule, numbers.size());
        }
        Map<String, Optional<Lines>> sources = new HashMap<>();
        Map<String, Optional<RuleText>> words = new HashMap<>();
        for (Map.Entry<String, List<Finding>> entry : groups.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            out.append("<section class=\"group\">\n<h2>").append(entry.getKey());
            out.append(" <span class=\"count\">")
                    .append(Integer.toString(entry.getValue().size()))
                    .append("</span></h2>\n");
            for (Finding finding : entry.getValue()) {
                Optional<Lines> lines = sources.computeIfAbsent(
                        finding.location().path(),
                        path -> scan.source().apply(path).map(Lines::new));
                FindingHtml.write(
                        finding,
                        numbers.getOrDefault(finding.rule(), 0),
                        state(finding),
                        lines,
                        words.computeIfAbsent(finding.rule(), texts::lookup),
                        out);
            }
            out.append("</section>\n");
        }
        if (findings.isEmpty() && !scan.stacks().isEmpty()) {
            out.append("<p class=\"clean\">Nothing was found.</p>\n");
        }
        out.append("<p id=\"empty\" hidden>No finding passes the filters.</p>\n");
    }

    private static String group(Finding finding) {
        return switch (state(finding)) {
            case "suppressed" -> "Suppressed";
            case "known" -> "Known from the baseline";
            case "undetermined" -> "Undetermined";
            default -> Urgent.of(finding).words();
        };
    }

    private void graph(Scan scan, Appendable out) throws IOException {
        int drawn = 0;
        for (Map.Entry<String, Graph> part : StackGraphs.of(scan.graph().get()).entrySet()) {
            StringBuilder svg = new StringBuilder();
            if (boxes(part.getValue()) <= MOST_NODES && drawn < MOST_PICTURES) {
                picture.write(part.getValue(), svg);
            }
            if (svg.isEmpty()) {
                continue;
            }
            if (drawn == 0) {
                out.append("<section id=\"graph\">\n<h2>Graph</h2>\n<div class=\"zoom\" hidden>");
                out.append("<button type=\"button\" data-zoom=\"1.25\" aria-label=\"Larger\">+</button>");
                out.append("<button type=\"button\" data-zoom=\"0.8\" aria-label=\"Smaller\">\u2212</button>");
                out.append("<button type=\"button\" data-zoom=\"0\">Fit</button></div>\n");
            }
            String name = Html.of(part.getKey());
            out.append("<details class=\"picture\"")
                    .append(drawn == 0 ? " open" : "")
                    .append("><summary>");
            out.append(name)
                    .append(
                            "</summary>\n<div class=\"canvas\" tabindex=\"0\" role=\"img\" aria-label=\"What reaches what in ");
            out.append(name).append("\">").append(svg).append("</div></details>\n");
            drawn++;
        }
        if (drawn > 0) {
            out.append("</section>\n");
        }
    }

    /** How many nodes of a graph a picture may show: statements and principals are none. */
    private static int boxes(Graph graph) {
        int boxes = 0;
        for (Node node : graph.nodes()) {
            boxes += node.kind() == NodeKind.STATEMENT || node.kind() == NodeKind.PRINCIPAL ? 0 : 1;
        }
        return boxes;
    }

    private static void faults(Scan scan, Appendable out) throws IOException {
        if (!scan.faults().isEmpty()) {
            out.append("<section id=\"faults\">\n<h2>Not fully looked at <span class=\"count\">");
            out.append(Integer.toString(scan.faults().size())).append("</span></h2>\n<ul class=\"plain\">\n");
            for (Fault fault : scan.faults()) {
                item(fault.kind().word(), fault.path(), fault.line(), fault.message(), out);
            }
            out.append("</ul>\n</section>\n");
        }
        if (!scan.notes().isEmpty()) {
            out.append("<section id=\"notes\">\n<h2>Notes <span class=\"count\">");
            out.append(Integer.toString(scan.notes().size())).append("</span></h2>\n<ul class=\"plain\">\n");
            for (Note note : scan.notes()) {
                item("note", note.path(), note.line(), note.message(), out);
            }
            out.append("</ul>\n</section>\n");
        }
    }

    private static void item(String word, String path, int line, String message, Appendable out) throws IOException {
        out.append("<li><span class=\"badge\">").append(word).append("</span> <span class=\"place\">");
        out.append(Html.of(path)).append(':').append(Integer.toString(line)).append("</span> ");
        Prose.inline(message, out);
        out.append("</li>\n");
    }

    private void rules(Map<String, Finding> rules, Appendable out) throws IOException {
        if (rules.isEmpty()) {
            return;
        }
        out.append("<section id=\"rules\">\n<h2>Rules <span class=\"count\">");
        out.append(Integer.toString(rules.size())).append("</span></h2>\n");
        int number = 0;
        for (Finding finding : rules.values()) {
            Optional<RuleText> text = texts.lookup(finding.rule());
            out.append("<article id=\"rule-").append(Integer.toString(number++)).append("\">\n<h3>");
            out.append(Html.of(finding.title())).append("</h3>\n<p class=\"place\">parapet rules show ");
            out.append(Html.of(finding.rule())).append("</p>\n");
            if (text.isPresent()) {
                Prose.write(text.get().why(), out);
                out.append("<h4>Fix</h4>");
                Prose.write(text.get().fix(), out);
            }
            out.append("<p>");
            List<String> ids = new ArrayList<>(finding.cwe());
            text.ifPresent(words -> ids.addAll(words.controls()));
            ids.addAll(finding.sameAs());
            for (String id : ids) {
                out.append("<span class=\"id\">").append(Html.of(id)).append("</span> ");
            }
            out.append("</p>\n</article>\n");
        }
        out.append("</section>\n");
    }

    private static String resource(String name) {
        return ShippedFile.text(HtmlReport.class, name);
    }

    /** The hash by which a content security policy allows an inline script or style (CSP Level 3, section 2.3.1). */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
