package dev.parapet.core.graph.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private static final Span LINE = Span.of("t.yaml", 3, 5, 3, 90);

    private static JsonText.Result parse(String text) {
        return JsonText.parse(new Value.Text(text, LINE));
    }

    @Test
    void allKindsOfValues() {
        Value.Mapping parsed = (Value.Mapping) ((JsonText.Result.Parsed)
                        parse(" {\"a\": [1, -2.5e3, true, false, null], \"\\u0062\\n\": \"x\\\"y\", \"c\": {}} "))
                .value();
        assertThat(parsed.entries().keySet()).containsExactly("a", "b\n", "c");
        assertThat(parsed.get("a"))
                .isEqualTo(new Value.Sequence(
                        List.of(
                                new Value.Number(Decimal.parse("1"), LINE),
                                new Value.Number(Decimal.parse("-2.5e3"), LINE),
                                new Value.Bool(true, LINE),
                                new Value.Bool(false, LINE),
                                new Value.Null(LINE)),
                        LINE));
        assertThat(parsed.get("b\n")).isEqualTo(new Value.Text("x\"y", LINE));
    }

    @Test
    void unknownPartsStayWhereTheyAre() {
        Value stage = new Value.Unresolved("Parameter Stage", "parameter Stage has no default", LINE);
        Value.Mapping parsed = (Value.Mapping) ((JsonText.Result.Parsed) JsonText.parse(new Value.Composed(
                        List.of(
                                new Value.Text("{\"whole\": ", LINE),
                                stage,
                                new Value.Text(", \"part\": \"a-", LINE),
                                stage,
                                new Value.Text("\", \"only\": \"", LINE),
                                stage,
                                new Value.Text("\"}", LINE)),
                        LINE)))
                .value();
        assertThat(parsed.get("whole")).isEqualTo(stage);
        assertThat(parsed.get("part")).isEqualTo(new Value.Composed(List.of(new Value.Text("a-", LINE), stage), LINE));
        assertThat(parsed.get("only")).isEqualTo(stage);
    }

    @Test
    void aBlockOfLinesKeepsItsLines() {
        Span block = Span.of("t.yaml", 10, 9, 14, 1);
        Value.Mapping parsed = (Value.Mapping)
                ((JsonText.Result.Parsed) JsonText.parse(new Value.Text("{\n  \"a\": 1,\n  \"b\": 2}\n", block)))
                        .value();
        assertThat(parsed.entries().get("b").keySpan()).isEqualTo(Span.of("t.yaml", 13, 1, 14, 1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "~~|the JSON text ends too early",
                "{|a name in quotes is missing in the JSON text",
                "{\"a\"}|a colon is missing in the JSON text",
                "[1 2]|a comma or a closing bracket is missing in the JSON text",
                "{\"a\":1 \"b\"}|a comma or a closing brace is missing in the JSON text",
                "\"abc|a string of the JSON text has no end",
                "\"\\x\"|the JSON text has a wrong escape",
                "yes|the JSON text holds something that is no value",
                "1e999999999|a number of the JSON text is too large",
                "1 2|something follows the end of the JSON text",
            })
    void brokenTextSaysWhy(String text, String message) {
        assertThat(parse(text)).isEqualTo(new JsonText.Result.Broken(message, LINE));
    }

    @Test
    void nestingHasABound() {
        assertThat(parse("[".repeat(100_000)))
                .isEqualTo(new JsonText.Result.Broken("the JSON text is nested more than 200 levels deep", LINE));
    }
}
