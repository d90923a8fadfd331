package dev.parapet.core.report;

import dev.parapet.core.report.ci.GithubReport;
import dev.parapet.core.report.ci.GitlabReport;
import dev.parapet.core.report.ci.JunitReport;
import dev.parapet.core.report.graph.SvgGraph;
import dev.parapet.core.report.html.HtmlReport;
import dev.parapet.core.report.json.JsonReport;
import dev.parapet.core.report.sarif.SarifReport;
import dev.parapet.core.report.text.Style;
import dev.parapet.core.report.text.TextReport;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents; the classes of one are loaded when it is asked for. */
public enum Format {
    /** For people, in a terminal. */
    TEXT,
    /** {@code parapet.scan/1}, for programs. */
    JSON,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit XML, for build servers. */
    JUNIT,
    /** GitLab's code quality report. */
    GITLAB,
    /** Markdown for the step summary of GitHub Actions. */
    GITHUB,
    /** One page of HTML, for people. */
    HTML;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a word. */
    public static Optional<Format> ofWord(String word) {
        for (Format format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * The report that writes this format.
     *
     * @param texts the words of the rules
     * @param style how text is to look; other formats take no notice
     */
    public Report report(RuleTexts texts, Style style) {
        return switch (this) {
            case TEXT -> new TextReport(texts, style);
            case JSON -> new JsonReport();
            case SARIF -> new SarifReport(texts);
            case JUNIT -> new JunitReport();
            case GITLAB -> new GitlabReport();
            case GITHUB -> new GithubReport();
            case HTML -> new HtmlReport(texts, (graph, out) -> SvgGraph.write(graph, false, out));
        };
    }
}
