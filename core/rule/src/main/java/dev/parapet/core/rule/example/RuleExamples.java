package dev.parapet.core.rule.example;

import dev.parapet.core.graph.Graph;
import dev.parapet.core.rule.Fact;
import dev.parapet.core.rule.Judgement;
import dev.parapet.core.rule.RuleEngine;
import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.file.Example;
import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.secret.FoundSecrets;
import dev.parapet.model.Finding;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Verdict;
import dev.parapet.model.code.ObservedCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs the examples of rule files: a bad one must be violated on the marked lines and nowhere else, a good one satisfied, an
 * undetermined one undetermined, on the marked lines where there are marks.
 */
public final class RuleExamples {
    private final ExampleReader reader;
    private final Map<String, Fact> facts;
    private final LocalDate today;

    /** A runner that reads templates by {@code reader} and takes {@code today} for today. */
    public RuleExamples(ExampleReader reader, Map<String, Fact> facts, LocalDate today) {
        this.reader = reader;
        this.facts = Map.copyOf(facts);
        this.today = today;
    }

    /**
     * What came of one example.
     *
     * @param name the rule and the example
     * @param path the rule file
     * @param line the line of the file in which the example starts
     * @param problem what is not as it must be; null when it passed
     */
    public record Result(
            String name, String path, int line, @Nullable String problem) {
        /** Whether it is as it must be. */
        public boolean passed() {
            return problem == null;
        }

        /** One line for a person. */
        public String described() {
            return problem == null
                    ? "ok    " + name
                    : "FAIL  " + name + "\n      " + path + ":" + line + ": " + problem;
        }
    }

    /** Runs all examples of a rule file. A file without a bad and a good example fails as a whole. */
    public List<Result> run(RuleFile file) {
        List<Result> results = new ArrayList<>();
        boolean bad = false;
        boolean good = false;
        for (Example example : file.examples()) {
            bad |= example.verdict() == Example.Kind.BAD;
            good |= example.verdict() == Example.Kind.GOOD;
            if (example.verdict() == Example.Kind.FIXED) {
                continue;
            }
            String name = file.rule().id() + " " + example.verdict().name().toLowerCase(Locale.ROOT)
                    + (example.name().isEmpty() ? "" : " " + example.name());
            results.add(new Result(name, file.path(), example.line(), problem(file, example)));
        }
        if (!bad || !good) {
            results.add(new Result(
                    file.rule().id(),
                    file.path(),
                    1,
                    "has no " + (bad ? "good" : "bad") + " example; write one of each"));
        }
        return results;
    }

    private @Nullable String problem(RuleFile file, Example example) {
        if (example.isCode() && !file.rule().isAboutCode()) {
            return "the rule is about resources, but the example is code; name what it is about in flow or code";
        }
        return example.isCode() ? ofCode(file, example) : ofTemplate(file, example);
    }

    private @Nullable String ofCode(RuleFile file, Example example) {
        SourceFile code = new SourceFile("example", example.text());
        ObservedCode function = new ObservedCode(code.path(), reader.observe(example.language(), code));
        Graph nothing = new Graph(List.of(), List.of(), List.of());
        Judgement judgement = new RuleEngine(RuleSet.of(List.of(file.rule()), facts), today)
                .judge(nothing, List.of(function), new FoundSecrets(), RuleEngine.Wanted.ALL);
        return problem(example, judgement, example.line() - 1, false);
    }

    private @Nullable String ofTemplate(RuleFile file, Example example) {
        ExampleTemplate template = ExampleTemplate.of(example);
        ExampleReader.Read read = reader.read(template);
        if (!read.faults().isEmpty()) {
            return "the example cannot be read: " + read.faults().get(0).message();
        }
        Judgement judgement = new RuleEngine(RuleSet.of(List.of(file.rule()), facts), today)
                .judge(
                        read.graph(),
                        file.rule().isAboutCode() ? reader.observe(template, read.graph()) : List.of(),
                        new FoundSecrets(),
                        RuleEngine.Wanted.ALL);
        if (!judgement.faults().isEmpty()) {
            return judgement.faults().get(0).message();
        }
        return problem(example, judgement, example.line() - 1 - template.added(), applies(file, read));
    }

    private static @Nullable String problem(Example example, Judgement judgement, int before, boolean leftOut) {
        TreeSet<Integer> violated = new TreeSet<>();
        TreeSet<Integer> undetermined = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        for (Finding finding : judgement.findings()) {
            int line = finding.location().start().line() + before;
            switch (finding.verdict()) {
                case Verdict.Violated ignored -> violated.add(line);
                case Verdict.Undetermined open -> {
                    undetermined.add(line);
                    missing.addAll(open.missing());
                }
                case Verdict.Satisfied ignored -> {}
            }
        }
        String found = "found: violated " + lines(violated) + ", undetermined " + lines(undetermined)
                + (missing.isEmpty() ? "" : " for want of " + String.join(" and ", missing)) + ", satisfied "
                + judgement.satisfied();
        TreeSet<Integer> marked = new TreeSet<>();
        for (int mark : example.marks()) {
            marked.add(mark + example.line() - 1);
        }
        return switch (example.verdict()) {
            case BAD -> violated.equals(marked) ? null : "must be violated " + lines(marked) + "; " + found;
            case GOOD -> {
                if (!violated.isEmpty() || !undetermined.isEmpty()) {
                    yield "must be satisfied; " + found;
                }
                yield judgement.satisfied() > 0 || leftOut
                        ? null
                        : "must be satisfied, but it holds no resource that the rule is about";
            }
            case UNDETERMINED ->
                violated.isEmpty() && !undetermined.isEmpty() && undetermined.containsAll(marked)
                        ? null
                        : "must be undetermined" + (marked.isEmpty() ? "" : " " + lines(marked)) + "; " + found;
            case FIXED -> null;
        };
    }

    /** Whether the template holds a resource that the rule leaves out on purpose. */
    private static boolean applies(RuleFile file, ExampleReader.Read read) {
        if (file.rule().applies() == null) {
            return false;
        }
        for (String type : file.rule().resourceTypes()) {
            if (!read.graph().ofType(type).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static String lines(SortedSet<Integer> lines) {
        return lines.isEmpty()
                ? "nowhere"
                : "in line " + lines.toString().replace("[", "").replace("]", "");
    }
}
