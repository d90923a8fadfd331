package dev.parapet.cli.scan;

import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.HelpOption;
import dev.parapet.cli.Output;
import dev.parapet.cli.rule.RuleBook;
import dev.parapet.core.report.Format;
import dev.parapet.core.report.Report;
import dev.parapet.core.report.RulePages;
import dev.parapet.core.report.Scan;
import dev.parapet.core.report.text.Style;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.triage.Baseline;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Severity;
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parapet scan}. */
@Command(
        name = "scan",
        header = "Say what is wrong with an application.",
        description =
                "Reads the CloudFormation and SAM templates below the paths, whatever their files are called, and puts the"
                        + " rules to them. Nothing is run, nothing is sent, nothing is changed.",
        sortOptions = false,
        abbreviateSynopsis = true)
public final class ScanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders and files of the application.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = Words.Formats.class,
            completionCandidates = Words.Formats.class,
            description = "The kind of report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to this file instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "low",
            converter = Words.Thresholds.class,
            completionCandidates = Words.Thresholds.class,
            description = "Exit with 1 when something this severe is found: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private Threshold failOn = new Threshold(Severity.LOW);

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "A value for a parameter of the templates, or for a pseudo parameter (AWS::Region=eu-west-1)."
                    + " It wins over samconfig.toml, which wins over defaults.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--only",
            paramLabel = "RULE",
            split = ",",
            description = "Ask these rules alone, by their ids or by those of other tools.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--skip",
            paramLabel = "RULE",
            split = ",",
            description = "Leave out these rules, besides those that parapet.yaml leaves out.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--verdicts",
            paramLabel = "WHICH",
            defaultValue = "open",
            description =
                    "open: what is violated or undetermined; all: what is satisfied too (default: ${DEFAULT-VALUE}).",
            converter = Words.Verdicts.class,
            completionCandidates = Words.Verdicts.class)
    private RuleEngine.Wanted wanted = RuleEngine.Wanted.VIOLATED_AND_UNDETERMINED;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Only what is not in this baseline counts for the exit code.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description =
                    "Write all that is found to this baseline, to count only what is new from now on. Exit with 0.")
    private @Nullable Path newBaseline;

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description =
                    "Keep the findings on which changes since this git revision bear, uncommitted ones among them.")
    private @Nullable String since;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Use this file instead of parapet.yaml at the root of what is scanned.")
    private @Nullable Path config;

    @Option(
            names = "--env",
            paramLabel = "NAME",
            description =
                    "Let this environment variable be read where a template asks for it. No other changes a verdict;"
                            + " CloudFormation and SAM ask for none.")
    private List<String> variables = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Judge as on this day (2026-11-24): ends of life and suppressions that expire depend on it.")
    private @Nullable LocalDate today;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = Words.Colours.class,
            completionCandidates = Words.Colours.class,
            description = "Colours: ${COMPLETION-CANDIDATES}; auto: on a terminal, unless NO_COLOR is set.")
    private Console.Colour colour = Console.Colour.AUTO;

    @Option(
            names = {"-v", "--verbose"},
            description = "List what is suppressed or in the baseline too.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but what went wrong.")
    private boolean quiet;

    @Mixin
    private final HelpOption help = new HelpOption();

    /** The command. */
    public ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Failure {
        FileTree tree;
        RuleBook book;
        Scan scan;
        try (Progress progress = Progress.of(console, quiet)) {
            tree = FileTree.of(paths, Bounds.USUAL);
            book = RuleBook.open(tree.base(), config, only, skip);
            Triage triage = new Triage(baseline, since, today == null ? console.today() : today);
            scan = new ScanRun(tree, book, triage, progress).run(parameters, wanted);
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
        if (newBaseline != null) {
            Output.write(console, newBaseline, out -> out.append(Baseline.write(scan.findings())));
        }
        Report report = format.report(new RulePages(book::page), style());
        Output.write(console, output, out -> report.write(scan, out));
        return exitCode(scan);
    }

    private Style style() {
        boolean toTerminal = output == null && console.outIsTerminal();
        boolean colours = colour == Console.Colour.ALWAYS || (output == null && console.colours(colour));
        int width = toTerminal && console.columns() > 0 ? Math.min(console.columns(), 120) : Style.PLAIN.width();
        return new Style(colours, width, verbose);
    }

    private int exitCode(Scan scan) {
        boolean whole = true;
        for (Fault fault : scan.faults()) {
            whole &= fault.kind() == Fault.Kind.UNSUPPORTED;
        }
        if (!whole) {
            if (!quiet && (output != null || format != Format.TEXT)) {
                console.note("not everything could be looked at; the report says what and why");
            }
            return ExitCode.FAILED;
        }
        if (newBaseline != null) {
            return ExitCode.CLEAN;
        }
        for (Finding finding : scan.findings()) {
            if (finding.counts() && failOn.isMetBy(finding.severity())) {
                return ExitCode.FOUND;
            }
        }
        return ExitCode.CLEAN;
    }
}
