package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.Position;
import dev.parapet.model.Resource;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.text.TemplateText;
import dev.parapet.read.cloudformation.text.TomlText;
import java.util.Map;

/** Whatever a text says, reading it ends, and every place that it gives lies within the text. */
class ReaderFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyTextIsRead(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        inside(TemplateText.read(new SourceFile("f", text)).root(), end(text), 0);
        inside(TomlText.read(new SourceFile("f", text)).root(), end(text), 0);
    }

    @FuzzTest(maxDuration = "20s")
    void anyTemplateIsResolved(FuzzedDataProvider data) {
        String text = "AWSTemplateFormatVersion: 1\nParameters: {P: {Type: String}, D: {Type: String, Default: d}}\n"
                + "Mappings: {M: {d: {a: 1}}}\nConditions: {C: !Equals [!Ref P, x]}\n"
                + "Resources:\n  R:\n    Type: AWS::SQS::Queue\n    Properties:\n      A: "
                + data.consumeRemainingAsString();
        Reading reading = CloudFormationReader.read(MemoryTree.of("f", text), Map.of());
        assertThat(reading.faults().size()).isLessThanOrEqualTo(1);
        for (Stack stack : reading.stacks()) {
            for (Resource resource : stack.resources()) {
                inside(resource.properties(), end(text), 0);
                inside(resource.attributes(), end(text), 0);
                inside(resource.span(), end(text));
                inside(resource.head(), end(text));
            }
        }
        CloudFormationReader.expand(MemoryTree.of("f", text), "f", Map.of());
    }

    @FuzzTest(maxDuration = "20s")
    void anySamConfigurationIsRead(FuzzedDataProvider data) {
        String text = "[default.deploy.parameters]\nparameter_overrides = " + data.consumeRemainingAsString();
        MemoryTree tree = MemoryTree.of(
                "samconfig.toml",
                text,
                "template.yaml",
                "Parameters: {P: {Type: String}}\nResources: {R: {Type: 'AWS::SQS::Queue', Properties: {A: !Ref P}}}\n");
        assertThat(CloudFormationReader.read(tree, Map.of()).stacks()).hasSize(1);
    }

    static Position end(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, text.codePointCount(start, text.length()) + 1);
    }

    private static void inside(Span span, Position end) {
        assertThat(span.end()).isLessThanOrEqualTo(end);
    }

    private static void inside(Value value, Position end, int depth) {
        inside(value.span(), end);
        assertThat(depth).isLessThan(500);
        switch (value) {
            case Value.Mapping mapping -> {
                for (Value.Entry entry : mapping.entries().values()) {
                    inside(entry.keySpan(), end);
                    inside(entry.value(), end, depth + 1);
                }
            }
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    inside(item, end, depth + 1);
                }
            }
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    inside(part, end, depth + 1);
                }
            }
            case Value.Conditional either -> {
                inside(either.whenTrue(), end, depth + 1);
                inside(either.whenFalse(), end, depth + 1);
            }
            default -> {}
        }
    }
}
