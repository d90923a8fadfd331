package dev.parapet.cli.rule;

import dev.parapet.cli.Argument;
import dev.parapet.cli.Command;
import dev.parapet.cli.Console;
import dev.parapet.cli.ExitCode;
import dev.parapet.cli.Failure;
import dev.parapet.cli.Output;
import dev.parapet.cli.code.CodeInspection;
import dev.parapet.core.flow.taint.OneFile;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.need.chain.ApplicationFlows;
import dev.parapet.core.need.code.CodeObservation;
import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.example.ExampleReader;
import dev.parapet.core.rule.example.RuleExamples;
import dev.parapet.core.rule.example.RuleTests;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.code.CodeReader;
import dev.parapet.rules.BuiltInRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code parapet rules test}. */
final class TestRulesCommand extends Command {
    /** The day on which all examples are judged ({@code docs/rule-language.md}), so that none of them goes off by itself. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final Console console;

    private final Argument<List<Path>> places = add(Argument.paths("PATH", "Rule files, and folders of them."));

    private final Argument<Boolean> verbose = add(Argument.flag("Name the examples that pass too.", "--verbose"));

    TestRulesCommand(Console console) {
        super("test", "Run the examples of rules.", "Exit code 1 when an example is not judged as it must be.");
        this.console = console;
        addHelp();
    }

    @Override
    public int run() throws Failure {
        List<SourceFile> files = new ArrayList<>();
        for (Path place : places.value()) {
            files.addAll(RuleFiles.at(place));
        }
        if (files.isEmpty()) {
            throw new Failure("there are no rule files (*.md) there; 'parapet rules new FILE' writes one");
        }
        Map<String, Fact> facts = BuiltInRules.load().facts();
        RuleTests tests = new RuleTests(
                new RuleFileReader(facts.keySet()),
                new RuleExamples(new Reader(new Taint(FlowTable.standard())), facts, DAY));
        StringBuilder told = new StringBuilder();
        RuleTests.Count[] count = new RuleTests.Count[1];
        Output.write(console, null, out -> {
            count[0] = tests.run(files, verbose.value(), told);
            out.append(told);
        });
        return count[0].failed() == 0 ? ExitCode.CLEAN : ExitCode.FOUND;
    }

    /** Reads examples as a scan reads what it scans. */
    private record Reader(Taint taint) implements ExampleReader {
        @Override
        public Read read(SourceTree tree) {
            Reading reading = CloudFormationReader.read(tree, Map.of());
            return new Read(GraphBuilder.build(reading.stacks()), reading.faults());
        }

        @Override
        public List<ObservedCode> observe(SourceTree tree, Graph graph) {
            CodeObservation observation = new CodeObservation(graph, taint);
            new CodeInspection(graph, tree, Store.none()).forEach(observation::add);
            return observation.observed();
        }

        @Override
        public List<Observation> observe(String language, SourceFile code) {
            return CodeReader.read(code, Language.valueOf(language.toUpperCase(Locale.ROOT)))
                    .file()
                    .map(file -> new OneFile(file).observe(taint, ApplicationFlows::exchange))
                    .orElse(List.of());
        }
    }
}
