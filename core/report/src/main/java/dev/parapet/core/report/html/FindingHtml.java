package dev.parapet.core.report.html;

import dev.parapet.core.report.FirstSentence;
import dev.parapet.core.report.RuleText;
import dev.parapet.core.report.source.Lines;
import dev.parapet.model.Evidence;
import dev.parapet.model.Finding;
import dev.parapet.model.Resource;
import dev.parapet.model.Suppression;
import dev.parapet.model.Verdict;
import java.io.IOException;
import java.util.Optional;

/** One finding as a part of the page that opens and closes. */
final class FindingHtml {
    private FindingHtml() {}

    /**
     * @param rule the number of the rule in the page's list
     * @param state what filters call its state: {@code violated}, {@code undetermined}, {@code known}, {@code suppressed}
     */
    static void write(
            Finding finding, int rule, String state, Optional<Lines> lines, Optional<RuleText> text, Appendable out)
            throws IOException {
        String severity = finding.severity().word();
        out.append("<details class=\"finding\" data-severity=\"").append(severity);
        out.append("\" data-area=\"").append(finding.area().word());
        out.append("\" data-rule=\"").append(Html.of(finding.rule()));
        out.append("\" data-file=\"").append(Html.of(finding.location().path()));
        out.append("\" data-state=\"").append(state).append("\">\n<summary><span class=\"badge ");
        out.append(severity).append("\">").append(severity).append("</span><span class=\"what\">");
        Prose.inline(finding.message(), out);
        out.append("</span><span class=\"where\">")
                .append(Html.of(finding.location().path()));
        out.append("<b>:")
                .append(Integer.toString(finding.location().start().line()))
                .append("</b></span></summary>\n");
        out.append("<div class=\"body\">");
        if (lines.isPresent()
                && finding.location().start().line() <= lines.get().count()) {
            HtmlExcerpt.write(lines.get(), finding, out);
        }
        out.append("<dl>");
        resource(finding.resource(), out);
        if (finding.verdict() instanceof Verdict.Undetermined undetermined) {
            row("Missing", String.join(", ", undetermined.missing()), out);
        }
        String condition = finding.condition();
        if (condition != null) {
            row("When", condition, out);
        }
        if (Boolean.TRUE.equals(finding.unauthenticated())) {
            row("Reach", "An attacker gets here without a credential.", out);
        }
        if (!finding.why().isEmpty()) {
            row("Severity", severity + ", because " + String.join("; ", finding.why()), out);
        }
        evidence(finding, out);
        if (text.isPresent()) {
            row("Why", FirstSentence.of(text.get().why()), out);
        }
        Finding.Fix fix = finding.fix();
        if (fix != null) {
            row(
                    "Fix",
                    FirstSentence.ended(fix.summary()) + (fix.automatic() ? " (Parapet can make this change.)" : ""),
                    out);
        }
        Suppression suppressed = finding.suppressed();
        if (suppressed != null) {
            String reason = suppressed.reason().isEmpty() ? "no reason given" : suppressed.reason();
            row("Suppressed", suppressed.by() + ": " + reason + " (" + suppressed.location() + ")", out);
        }
        out.append("<dt>Rule</dt><dd><a href=\"#rule-")
                .append(Integer.toString(rule))
                .append("\">");
        out.append(Html.of(finding.rule())).append("</a>");
        for (String id : finding.sameAs()) {
            out.append(" <span class=\"id\">").append(Html.of(id)).append("</span>");
        }
        out.append("</dd></dl></div>\n</details>\n");
    }

    private static void resource(Resource resource, Appendable out) throws IOException {
        out.append("<dt>Resource</dt><dd><strong>")
                .append(Html.of(resource.id().name()))
                .append("</strong> ");
        out.append(Html.of(resource.type()));
        String written = resource.writtenAs();
        if (written != null && !written.equals(resource.id().name())) {
            out.append(", generated from <strong>").append(Html.of(written)).append("</strong>");
        }
        String construct = resource.construct();
        if (construct != null) {
            out.append(", construct ").append(Html.of(construct));
        }
        out.append("</dd>");
    }

    private static void evidence(Finding finding, Appendable out) throws IOException {
        if (finding.evidence().isEmpty()) {
            return;
        }
        out.append("<dt>Evidence</dt><dd><ul>");
        for (Evidence evidence : finding.evidence()) {
            out.append("<li>");
            Prose.inline(evidence.text(), out);
            out.append(" <span class=\"place\">")
                    .append(Html.of(evidence.location().toString()))
                    .append("</span></li>");
        }
        out.append("</ul></dd>");
    }

    private static void row(String name, String text, Appendable out) throws IOException {
        out.append("<dt>").append(name).append("</dt><dd>");
        Prose.inline(text, out);
        out.append("</dd>");
    }
}
