package dev.parapet.read.cloudformation.sam;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.Decimal;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.CloudFormationReader;
import dev.parapet.read.cloudformation.Expanded;
import dev.parapet.read.cloudformation.MemoryTree;
import dev.parapet.read.cloudformation.parameter.Given;
import dev.parapet.read.cloudformation.parameter.Parameters;
import dev.parapet.read.cloudformation.text.TemplateText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whatever stands in a SAM template, it becomes something, or a problem that is told. */
class SamFuzzTest {
    /** Templates with every type, event and section of SAM, and texts that mean something in some place of them. */
    private static final List<Value.Mapping> TEMPLATES = new ArrayList<>();

    private static final List<Value> PARTS = new ArrayList<>();

    private static final String[] TEXTS = {
        "",
        "*",
        "Ref",
        "AWS::NoValue",
        "${AWS::Region}",
        "${",
        "{{resolve:ssm:a}}",
        "arn:aws:sqs:eu-west-1:111122223333:q",
        "true",
        "/{proxy+}",
    };

    static {
        try {
            for (String name : SamAnswersTest.templates()) {
                Path file = Path.of(Objects.requireNonNull(SamFuzzTest.class.getResource(name))
                        .toURI());
                Value root = TemplateText.read(new SourceFile(name, Files.readString(file)))
                        .root();
                TEMPLATES.add((Value.Mapping) root);
                gather(root);
            }
        } catch (Exception unreadable) {
            throw new ExceptionInInitializerError(unreadable);
        }
    }

    @FuzzTest(maxDuration = "10s")
    void anyTextIsExpanded(FuzzedDataProvider data) {
        String text = "Transform: AWS::Serverless-2016-10-31\n" + data.consumeRemainingAsString();
        MemoryTree tree = MemoryTree.of("template.yaml", text);
        CloudFormationReader.read(tree, Map.of());
        if (CloudFormationReader.expand(tree, "template.yaml", Map.of()) instanceof Expanded.Invalid invalid) {
            assertThat(invalid.problems()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "10s")
    void changedTemplatesAreExpanded(FuzzedDataProvider data) {
        Value.Mapping template = data.pickValue(TEMPLATES);
        for (int changes = data.consumeInt(1, 6); changes > 0; changes--) {
            template = changed(template, data, true) instanceof Value.Mapping mapping ? mapping : template;
        }
        Transformed transformed = SamTransform.transform(template, Parameters.of(template, Given.NOTHING));
        assertThat(transformed.limited()).isFalse();
        assertThat(transformed.problems())
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    private static void gather(Value value) {
        PARTS.add(value);
        switch (value) {
            case Value.Mapping mapping -> mapping.entries().values().forEach(entry -> gather(entry.value()));
            case Value.Sequence sequence -> sequence.items().forEach(SamFuzzTest::gather);
            default -> {}
        }
    }

    /** The value with one value somewhere within it taken away, renamed or exchanged, the data choosing the way there. */
    private static Value changed(Value value, FuzzedDataProvider data, boolean isRoot) {
        if (!isRoot && data.consumeInt(0, 3) == 0) {
            return other(value, data);
        }
        return switch (value) {
            case Value.Mapping mapping
            when !mapping.entries().isEmpty() -> {
                String chosen = data.pickValue(List.copyOf(mapping.entries().keySet()));
                int way = data.consumeInt(0, 15);
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries().forEach((name, entry) -> {
                    if (!name.equals(chosen)) {
                        entries.put(name, entry);
                    } else if (way > 1) {
                        Value inner = changed(entry.value(), data, isRoot && name.equals("Resources"));
                        entries.put(way == 2 ? data.consumeString(12) : name, new Value.Entry(entry.keySpan(), inner));
                    }
                });
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence sequence
            when !sequence.items().isEmpty() -> {
                List<Value> items = new ArrayList<>(sequence.items());
                int chosen = data.consumeInt(0, items.size() - 1);
                items.set(chosen, changed(items.get(chosen), data, false));
                yield new Value.Sequence(items, sequence.span());
            }
            default -> other(value, data);
        };
    }

    private static Value other(Value value, FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 10)) {
            case 0 -> new Value.Null(value.span());
            case 1 -> new Value.Number(Decimal.of(data.consumeInt()), value.span());
            case 2 -> new Value.Bool(data.consumeBoolean(), value.span());
            case 3 -> new Value.Sequence(List.of(), value.span());
            case 4 -> new Value.Mapping(Map.of(), value.span());
            case 5 -> new Value.Sequence(List.of(value, value), value.span());
            case 6 ->
                new Value.Mapping(
                        Map.of(
                                data.pickValue(new String[] {"Ref", "Fn::Sub", "Fn::GetAtt", "Fn::If", "Type", "Name"}),
                                new Value.Entry(value.span(), data.pickValue(PARTS))),
                        value.span());
            case 7, 8 -> data.pickValue(PARTS);
            case 9 -> new Value.Text(data.pickValue(TEXTS), value.span());
            default -> new Value.Text(data.consumeString(40), value.span());
        };
    }
}
