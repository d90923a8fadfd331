package dev.parapet.cli.scan;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.Words;
import dev.parapet.cli.cache.ScanCache;
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
import dev.parapet.read.files.Bounds;
import dev.parapet.read.files.FileTree;
import dev.parapet.read.files.PlaceException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code parapet scan}. */
public final class ScanCommand extends Command {
    private static final Words<Format> FORMATS = Words.of(Format::word, Format.values());

    private static final Words<Threshold> THRESHOLDS = Words.of(Threshold::word, Threshold.all());

    private static final Words<RuleEngine.Wanted> VERDICTS = Words.<RuleEngine.Wanted>of(String::valueOf)
            .and("open", RuleEngine.Wanted.VIOLATED_AND_UNDETERMINED)
            .and("all", RuleEngine.Wanted.ALL);

    private static final Words<Console.Colour> COLOURS = Words.of(Console.Colour::word, Console.Colour.values());

    private final Console console;

    private final Argument<List<Path>> paths = add(Argument.paths("PATH", "Folders and files of the application."));

    private final Argument<Format> format = add(Argument.word(
            FORMATS,
            "text",
            "FORMAT",
            "The kind of report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "--format"));

    private final Argument<Path> output =
            add(Argument.file("FILE", "Write the report to this file instead of standard output.", "-o", "--output"));

    private final Argument<Threshold> failOn = add(Argument.word(
            THRESHOLDS,
            "low",
            "SEVERITY",
            "Exit with 1 when something this severe is found: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            "--fail-on"));

    private final Argument<Map<String, String>> parameters = add(Argument.pairs(
            "A value for a parameter of the templates, or for a pseudo parameter (AWS::Region=eu-west-1)."
                    + " It wins over samconfig.toml, which wins over defaults.",
            "--parameter"));

    private final Argument<List<String>> only =
            add(Argument.list("RULE", "Ask these rules alone, by their ids or by those of other tools.", "--only"));

    private final Argument<List<String>> skip =
            add(Argument.list("RULE", "Leave out these rules, besides those that parapet.yaml leaves out.", "--skip"));

    private final Argument<RuleEngine.Wanted> verdicts = add(Argument.word(
            VERDICTS,
            "open",
            "WHICH",
            "open: what is violated or undetermined; all: what is satisfied too (default: ${DEFAULT-VALUE}).",
            "--verdicts"));

    private final Argument<Boolean> noCode =
            add(Argument.flag("Look at the templates alone, not into the code of functions.", "--no-code"));

    private final Argument<Boolean> noCache = add(ScanCache.leftOut());

    private final Argument<Path> baseline =
            add(Argument.file("FILE", "Only what is not in this baseline counts for the exit code.", "--baseline"));

    private final Argument<Path> newBaseline = add(Argument.file(
            "FILE",
            "Write all that is found to this baseline, to count only what is new from now on. Exit with 0.",
            "--write-baseline"));

    private final Argument<String> since = add(Argument.value(
            revision -> revision,
            "REVISION",
            "Keep the findings on which changes since this git revision bear, uncommitted ones among them.",
            "--since"));

    private final Argument<Path> config = add(
            Argument.file("FILE", "Use this file instead of parapet.yaml at the root of what is scanned.", "--config"));

    private final Argument<LocalDate> asOf = add(Argument.value(
            LocalDate::parse,
            "DATE",
            "Judge as on this day (2026-11-24): ends of life and suppressions that expire depend on it.",
            "--as-of"));

    private final Argument<Console.Colour> colour = add(Argument.word(
            COLOURS,
            "auto",
            "WHEN",
            "Colours: ${COMPLETION-CANDIDATES}; auto: on a terminal, unless NO_COLOR is set.",
            "--color"));

    private final Argument<Boolean> verbose =
            add(Argument.flag("List what is suppressed or in the baseline too.", "-v", "--verbose"));

    private final Argument<Boolean> quiet =
            add(Argument.flag("Say nothing on standard error but what went wrong.", "-q", "--quiet"));

    /** The command. */
    public ScanCommand(Console console) {
        super(
                "scan",
                "Say what is wrong with an application.",
                "Reads the CloudFormation and SAM templates below the paths, whatever their files are called, and the code of"
                        + " their functions, and puts the rules to them. Nothing is run, nothing is sent, nothing is changed.");
        this.console = console;
        add(Argument.list(
                "NAME",
                "Let this environment variable be read where a template asks for it. No other changes a verdict;"
                        + " CloudFormation and SAM ask for none.",
                "--env"));
        addHelp();
    }

    @Override
    public int run() throws Failure {
        FileTree tree;
        RuleBook book;
        Scan scan;
        ScanCache cache = ScanCache.of(console, paths.value(), !noCache.value());
        try (Progress progress = Progress.of(console, quiet.value())) {
            tree = FileTree.of(paths.value(), Bounds.USUAL);
            book = RuleBook.open(tree.base(), config.orNull(), only.value(), skip.value());
            Triage triage = new Triage(baseline.orNull(), since.orNull(), today());
            scan = new ScanRun(tree, book, triage, cache, progress)
                    .run(parameters.value(), verdicts.value(), !noCode.value());
        } catch (PlaceException problem) {
            throw new Failure(String.valueOf(problem.getMessage()));
        }
        if (newBaseline.orNull() != null) {
            Output.write(console, newBaseline.orNull(), out -> out.append(Baseline.write(scan.findings())));
        }
        Report report = format.value().report(new RulePages(book::page), style());
        Output.write(console, output.orNull(), out -> report.write(scan, out));
        cache.save();
        if (format.value() == Format.TEXT && !quiet.value()) {
            PeakMemory.kilobytes().ifPresent(it -> console.note("used " + it / 1024 + " MB of memory at most"));
        }
        return exitCode(scan);
    }

    private LocalDate today() {
        LocalDate given = asOf.orNull();
        return given == null ? console.today() : given;
    }

    private Style style() {
        boolean toTerminal = output.orNull() == null && console.outIsTerminal();
        boolean colours =
                colour.value() == Console.Colour.ALWAYS || (output.orNull() == null && console.colours(colour.value()));
        int width = toTerminal && console.columns() > 0 ? Math.min(console.columns(), 120) : Style.PLAIN.width();
        return new Style(colours, width, verbose.value());
    }

    private int exitCode(Scan scan) {
        boolean whole = true;
        for (Fault fault : scan.faults()) {
            whole &= fault.kind() == Fault.Kind.UNSUPPORTED;
        }
        if (!whole) {
            if (!quiet.value() && (output.orNull() != null || format.value() != Format.TEXT)) {
                console.note("not everything could be looked at; the report says what and why");
            }
            return ExitCode.FAILED;
        }
        if (newBaseline.orNull() != null) {
            return ExitCode.CLEAN;
        }
        for (Finding finding : scan.findings()) {
            if (finding.counts() && failOn.value().isMetBy(finding.severity())) {
                return ExitCode.FOUND;
            }
        }
        return ExitCode.CLEAN;
    }
}
