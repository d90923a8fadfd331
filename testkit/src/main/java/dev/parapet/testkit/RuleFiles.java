package dev.parapet.testkit;

import dev.parapet.core.flow.taint.OneFile;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.GraphBuilder;
import dev.parapet.core.need.chain.ApplicationFlows;
import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.example.ExampleReader;
import dev.parapet.core.rule.example.RuleExamples;
import dev.parapet.core.rule.example.RuleTests;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.SourceFile;
import dev.parapet.model.SourceTree;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.ObservedCode;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Reading;
import dev.parapet.read.code.CodeReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The examples of rule files, read as a scan reads templates: {@code RuleFiles FACTS PLACE…} runs those of the places. */
public final class RuleFiles {
    /** The day on which all examples are judged, so that none of them goes off by itself. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private RuleFiles() {}

    /** Runs the examples of the rule files at some places; exit code 1 when one fails. */
    public static void main(String[] arguments) throws IOException, RuleFileException {
        Path facts = Path.of(arguments[0]);
        Map<String, Fact> table = RuleFileReader.readFacts(facts.toString(), Files.readString(facts));
        List<SourceFile> files = new ArrayList<>();
        boolean verbose = false;
        for (String place : List.of(arguments).subList(1, arguments.length)) {
            if (place.equals("--verbose")) {
                verbose = true;
            } else {
                files.addAll(read(Path.of(place)));
            }
        }
        StringBuilder out = new StringBuilder();
        RuleTests.Count count =
                new RuleTests(new RuleFileReader(table.keySet()), examples(table)).run(files, verbose, out);
        System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        if (count.failed() > 0) {
            System.exit(1);
        }
    }

    /** A runner of examples. */
    public static RuleExamples examples(Map<String, Fact> facts) {
        return new RuleExamples(new Reader(new Taint(FlowTable.standard())), facts, TODAY);
    }

    /** The rule files below a place, sorted. */
    public static List<SourceFile> read(Path place) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
                files.add(new SourceFile(file.toString(), Files.readString(file)));
            }
        }
        return files;
    }

    private record Reader(Taint taint) implements ExampleReader {
        @Override
        public Read read(SourceTree tree) {
            Reading reading = CloudFormationReader.read(tree, Map.of());
            return new Read(GraphBuilder.build(reading.stacks()), reading.faults());
        }

        @Override
        public List<ObservedCode> observe(SourceTree tree, Graph graph) {
            return TemplateCode.of(graph, tree, taint);
        }

        @Override
        public List<Observation> observe(String language, SourceFile code) {
            Language known = Language.valueOf(language.toUpperCase(Locale.ROOT));
            return CodeReader.read(code, known)
                    .file()
                    .map(file -> new OneFile(file).observe(taint, ApplicationFlows::exchange))
                    .orElse(List.of());
        }
    }
}
