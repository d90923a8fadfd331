package dev.parapet.core.rule.example;

import dev.parapet.core.rule.file.RuleFile;
import dev.parapet.core.rule.file.RuleFileException;
import dev.parapet.core.rule.file.RuleFileReader;
import dev.parapet.model.SourceFile;
import java.io.IOException;
import java.util.List;

/** {@code parapet rules test}: reads rule files, runs their examples, and tells a person what came of it. */
public final class RuleTests {
    private final RuleFileReader reader;
    private final RuleExamples examples;

    /** A run of the examples of rule files that {@code reader} reads. */
    public RuleTests(RuleFileReader reader, RuleExamples examples) {
        this.reader = reader;
        this.examples = examples;
    }

    /**
     * What came of a run.
     *
     * @param passed how many examples are as they must be
     * @param failed how many are not, files that cannot be read among them
     */
    public record Count(int passed, int failed) {}

    /**
     * Runs the examples of some files: a line for each that failed, for each at all when {@code verbose}, and a closing line
     * {@code N passed, N failed}.
     *
     * @throws IOException when {@code out} does
     */
    public Count run(List<SourceFile> files, boolean verbose, Appendable out) throws IOException {
        int passed = 0;
        int failed = 0;
        for (SourceFile file : files) {
            try {
                RuleFile rule = reader.read(file.path(), file.text());
                for (RuleExamples.Result result : examples.run(rule)) {
                    if (result.passed()) {
                        passed++;
                    } else {
                        failed++;
                    }
                    if (verbose || !result.passed()) {
                        out.append(result.described()).append('\n');
                    }
                }
            } catch (RuleFileException e) {
                failed++;
                out.append("FAIL  ").append(e.described()).append('\n');
            }
        }
        out.append(String.valueOf(passed))
                .append(" passed, ")
                .append(String.valueOf(failed))
                .append(" failed\n");
        return new Count(passed, failed);
    }
}
