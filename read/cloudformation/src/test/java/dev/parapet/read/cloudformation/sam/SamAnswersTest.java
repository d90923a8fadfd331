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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
        List<String> official = lines(Files.exists(template) ? template : errors);
        List<String> ours = lines(expanded);
        assertThat(ours).isNotEmpty();
        // Only what differs, which otherwise is hard to find.
        assertThat(without(ours, official)).as("ours alone").isEmpty();
        assertThat(without(official, ours)).as("official alone").isEmpty();
    }

    private static List<String> without(List<String> all, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return all.stream().filter(line -> !known.contains(line)).toList();
    }

    private static List<String> lines(Path answer) throws IOException {
        Value root = TemplateText.read(new SourceFile(answer.toString(), Files.readString(answer)))
                .root();
        return lines(Objects.requireNonNull(root));
    }

    private static List<String> lines(Expanded expanded) {
        return switch (expanded) {
            case Expanded.Template template -> lines(template.root());
            case Expanded.Invalid invalid -> {
                List<String> messages = invalid.problems().stream()
                        .map(Expanded.Problem::message)
                        .sorted()
                        .toList();
                List<String> lines = new ArrayList<>();
                for (int i = 0; i < messages.size(); i++) {
                    lines.add("/" + i + ": \"" + messages.get(i) + "\"");
                }
                yield lines;
            }
        };
    }

    private static List<String> lines(Value value) {
        List<String> lines = new ArrayList<>();
        write("", value, lines);
        return lines;
    }

    /** A line for each leaf, with the whole path to it, so that no two are alike. */
    private static void write(String path, Value value, List<String> lines) {
        switch (value) {
            case Value.Mapping mapping
            when !mapping.entries().isEmpty() ->
                new TreeMap<>(mapping.entries())
                        .forEach((name, entry) -> write(path + "/" + name, entry.value(), lines));
            case Value.Sequence sequence
            when !sequence.items().isEmpty() -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    write(path + "/" + i, sequence.items().get(i), lines);
                }
            }
            case Value.Mapping ignored -> lines.add(path + ": {}");
            case Value.Sequence ignored -> lines.add(path + ": []");
            case Value.Null ignored -> lines.add(path + ": null");
            case Value.Bool bool -> lines.add(path + ": " + bool.value());
            case Value.Number number -> lines.add(path + ": " + number.value());
            case Value.Text text -> lines.add(path + ": \"" + text.text() + "\"");
            default -> throw new AssertionError(value);
        }
    }
}
