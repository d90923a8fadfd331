package dev.parapet.read.cloudformation.sam.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.sam.template.Allowance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers are those of Python's {@code str} and {@code json.dumps} of the classes of aws-sam-translator, 1.115.0. */
class PythonTextTest {
    private static final Span SPAN = Span.of("t", 1, 1, 1, 1);

    private static String authored(String text) {
        return PythonText.str(new Leaf(new Value.Text(text, SPAN), true));
    }

    private static String made(String text) {
        return PythonText.str(new Leaf(new Value.Text(text, SPAN), false));
    }

    @Test
    void textsOfTheTemplateAreUnicode() {
        assertThat(authored("plain")).isEqualTo("u'plain'");
        assertThat(authored("it's")).isEqualTo("u\"it's\"");
        assertThat(authored("it's \"b\" \\ é\n𝒳日")).isEqualTo("u'it\\'s \"b\" \\\\ \\xe9\\n\\U0001d4b3\\u65e5'");
    }

    @Test
    void textsOfSamAreNot() {
        assertThat(made("'true'")).isEqualTo("\"'true'\"");
        assertThat(made("{\n  \"statusCode\" : 200\n}\n")).isEqualTo("'{\\n  \"statusCode\" : 200\\n}\\n'");
    }

    @Test
    void otherValuesAreWrittenAsPythonWritesThem() {
        List<Value> items = List.of(
                new Value.Bool(true, SPAN),
                new Value.Bool(false, SPAN),
                new Value.Null(SPAN),
                new Value.Number(Decimal.parse("9223372036854775808"), SPAN),
                new Value.Number(Decimal.parse("1.50"), SPAN));
        Maker maker = Definition.empty("swagger", "2.0", SPAN, new Allowance()).at(SPAN);
        Node node = maker.authored(new Value.Sequence(items, SPAN));
        assertThat(PythonText.str(node)).isEqualTo("[True, False, None, 9223372036854775808L, 1.5]");
        assertThat(PythonText.json(node)).isEqualTo("[true, false, null, 9223372036854775808, 1.5]");
    }

    @Test
    void anEmptyDocumentIsWrittenInSamsOrder() {
        Definition definition = Definition.empty("swagger", "2.0", SPAN, new Allowance());
        assertThat(PythonText.str(definition.root()))
                .isEqualTo(
                        "{'info': {'version': '1.0', 'title': {'Ref': 'AWS::StackName'}}, 'paths': {}, 'swagger': '2.0'}");
        assertThat(PythonText.json(definition.root()))
                .isEqualTo("{\"info\": {\"version\": \"1.0\", \"title\": {\"Ref\": \"AWS::StackName\"}}, \"paths\": {},"
                        + " \"swagger\": \"2.0\"}");
    }
}
