package dev.parapet.read.cloudformation.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Position;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Generated documents: the text at the span of each value, read by itself, is that value again. */
class SpanPropertyTest {
    private static final String[] SCALARS = {
        "plain",
        "two words",
        "'single ''quoted'''",
        "\"double \\\"quoted\\\" \\u00e9\"",
        "12",
        "-1.5",
        "true",
        "no",
        "~",
        "😀 x",
        "ä",
        "'😀'",
        "a:b",
        "x#y",
        "''",
        "\"\""
    };

    private final StringBuilder yaml = new StringBuilder();
    private final StringBuilder json = new StringBuilder();

    @RepeatedTest(60)
    void yamlScalarsReadBack(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        block(random, 0, 0);
        String text = yaml.toString();
        Document document = TemplateText.read(new SourceFile("t.yaml", text));
        assertThat(document.fault()).as(text).isNull();
        check(document.root(), text);
    }

    @RepeatedTest(60)
    void jsonValuesReadBack(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        flow(random, 0);
        String text = "{\"top\": " + json + "}";
        Document document = TemplateText.read(new SourceFile("t.json", text));
        assertThat(document.fault()).as(text).isNull();
        check(document.root(), text);
    }

    private void block(Random random, int indent, int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String pad = " ".repeat(indent);
            if (random.nextInt(5) == 0) {
                yaml.append(pad).append("# comment 😀\n");
            }
            yaml.append(pad)
                    .append(random.nextBoolean() ? "k" : "😀k")
                    .append(depth)
                    .append(i)
                    .append(':');
            switch (depth > 4 ? 0 : random.nextInt(6)) {
                case 0, 1 ->
                    yaml.append(" ".repeat(1 + random.nextInt(3)))
                            .append(scalar(random))
                            .append("  # end\n");
                case 2 -> yaml.append(" !Sub ").append(scalar(random)).append('\n');
                case 3 -> {
                    yaml.append(random.nextBoolean() ? " &anchor" + depth + i : "")
                            .append("\n\n");
                    block(random, indent + 2, depth + 1);
                }
                case 4 -> {
                    yaml.append('\n');
                    for (int j = 0; j < 1 + random.nextInt(3); j++) {
                        yaml.append(pad).append("- ").append(scalar(random)).append('\n');
                    }
                }
                default -> yaml.append(" {a: ").append(quoted(random)).append(", b: [1, x ]}\n");
            }
        }
    }

    private static String scalar(Random random) {
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    private static String quoted(Random random) {
        return random.nextBoolean() ? "'q 😀'" : "\"d\"";
    }

    private void flow(Random random, int depth) {
        switch (random.nextInt(depth > 5 ? 4 : 7)) {
            case 0 -> json.append("\"t😀 \\\\ \\ud83d\\ude00\"");
            case 1 -> json.append("-1.5e3");
            case 2 -> json.append("true");
            case 3 -> json.append("null");
            case 4 -> {
                json.append("{\"a\" : ");
                flow(random, depth + 1);
                json.append(" ,\n\"😀\": ");
                flow(random, depth + 1);
                json.append('}');
            }
            default -> {
                json.append("[ ");
                flow(random, depth + 1);
                json.append(",");
                flow(random, depth + 1);
                json.append(" ]");
            }
        }
    }

    private static void check(Value value, String text) {
        switch (value) {
            case Value.Mapping mapping -> {
                for (Value.Entry entry : mapping.entries().values()) {
                    check(entry.value(), text);
                }
            }
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    check(item, text);
                }
            }
            default -> {
                String written = at(text, value.span());
                Value again = TemplateText.read(new SourceFile("again", "{\"v\": " + written + "}"))
                                                .root()
                                        instanceof Value.Mapping m
                                && m.get("v") instanceof Value found
                        ? found
                        : TemplateText.read(new SourceFile("again", "v: " + written))
                                .root();
                if (again instanceof Value.Mapping mapping && mapping.get("v") instanceof Value found) {
                    again = found;
                }
                assertThat(content(again)).as(written + " in\n" + text).isEqualTo(content(value));
            }
        }
    }

    /** A tag makes a text of what would be a number without it. */
    private static String content(Value value) {
        return switch (value) {
            case Value.Text scalar ->
                switch (scalar.text()) {
                    case "~" -> "null";
                    case "no" -> "false";
                    default -> scalar.text();
                };
            default -> Shown.plain(value);
        };
    }

    private static String at(String text, Span span) {
        return text.substring(offset(text, span.start()), offset(text, span.end()));
    }

    private static int offset(String text, Position position) {
        int at = 0;
        for (int line = 1; line < position.line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return text.offsetByCodePoints(at, position.column() - 1);
    }
}
