package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.cloudformation.MemoryTree;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of our own templates, beside what the official transform makes of them; {@code tools/record-sam-answers.py}
 * recorded it and says how to record it again.
 */
class SamAnswersTest {
    private static Path folder() throws URISyntaxException {
        URL oracle = Objects.requireNonNull(SamAnswersTest.class.getResource("ORACLE.txt"));
        return Objects.requireNonNull(Path.of(oracle.toURI()).getParent());
    }

    static List<String> templates() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theOfficialTransformMakesTheSame(String name) throws IOException, URISyntaxException {
        String text = Files.readString(folder().resolve(name));
        Expanded expanded = CloudFormationReader.expand(
                MemoryTree.of("template.yaml", text), "template.yaml", Map.of("AWS::Region", "us-east-1"));
        Path template = folder().resolve(name.replace(".yaml", ".expanded.json"));
        Path errors = folder().resolve(name.replace(".yaml", ".errors.json"));
        assertThat(lines(expanded)).isEqualTo(lines(Files.exists(template) ? template : errors));
    }

    private static String lines(Path answer) throws IOException {
        Value root = TemplateText.read(new SourceFile(answer.toString(), Files.readString(answer)))
                .root();
        return lines(Objects.requireNonNull(root));
    }

    private static String lines(Expanded expanded) {
        return switch (expanded) {
            case Expanded.Template template -> lines(template.root());
            case Expanded.Invalid invalid ->
                invalid.problems().stream()
                        .map(problem -> "/[]: \"" + problem.message() + "\"\n")
                        .sorted()
                        .collect(Collectors.joining());
        };
    }

    private static String lines(Value value) {
        StringBuilder out = new StringBuilder();
        write("", value, out);
        return out.toString();
    }

    /** A line for each leaf, with the whole path to it, so that a difference shows where it is. */
    private static void write(String path, Value value, StringBuilder out) {
        switch (value) {
            case Value.Mapping mapping
            when !mapping.entries().isEmpty() ->
                new TreeMap<>(mapping.entries()).forEach((name, entry) -> write(path + "/" + name, entry.value(), out));
            case Value.Sequence sequence
            when !sequence.items().isEmpty() -> sequence.items().forEach(item -> write(path + "/[]", item, out));
            case Value.Mapping ignored -> out.append(path).append(": {}\n");
            case Value.Sequence ignored -> out.append(path).append(": []\n");
            case Value.Null ignored -> out.append(path).append(": null\n");
            case Value.Bool bool -> out.append(path).append(": " + bool.value() + "\n");
            case Value.Number number -> out.append(path).append(": " + number.value() + "\n");
            case Value.Text text -> out.append(path).append(": \"" + text.text() + "\"\n");
            default -> throw new AssertionError(value);
        }
    }
}
