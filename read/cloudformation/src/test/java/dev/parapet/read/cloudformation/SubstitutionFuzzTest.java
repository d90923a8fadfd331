package dev.parapet.read.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.Value;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Fn::Sub} and dynamic references of any text say what a plain replacement says.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>
 */
class SubstitutionFuzzTest {
    private static final String[] PIECES = {
        "${",
        "}",
        "$",
        "{",
        "!",
        "P",
        "${P}",
        "${!P}",
        "${ P }",
        "{{resolve:",
        "{{resolve:ssm:/a:1}}",
        ":",
        "}}",
        "a",
        " ",
    };

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    @FuzzTest(maxDuration = "5s")
    void piecesAreSubstituted(FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder();
        while (data.remainingBytes() > 0) {
            text.append(data.pickValue(PIECES));
        }
        isSubstituted(text.toString());
    }

    @FuzzTest(maxDuration = "5s")
    void anyTextIsSubstituted(FuzzedDataProvider data) {
        isSubstituted(data.consumeRemainingAsAsciiString().replaceAll("[^ -~]", "?"));
    }

    private static void isSubstituted(String pattern) {
        String quoted = pattern.replace("\\", "\\\\").replace("\"", "\\\"");
        Value value = read("{\"Fn::Sub\": \"" + quoted + "\"}");
        StringBuilder expected = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(pattern);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            if (!name.startsWith("!") && !name.equals("P")) {
                return;
            }
            String instead = name.equals("P") ? "given" : "${" + name.substring(1) + "}";
            matcher.appendReplacement(expected, Matcher.quoteReplacement(instead));
        }
        matcher.appendTail(expected);
        assertThat(written(value)).isEqualTo(expected.toString());
    }

    private static Value read(String property) {
        String template =
                "{\"Parameters\": {\"P\": {\"Type\": \"String\"}}, \"Resources\": {\"R\": {\"Type\": \"AWS::SQS::Queue\","
                        + " \"Properties\": {\"A\": " + property + "}}}}";
        Value properties = CloudFormationReader.read(MemoryTree.of("f.json", template), Map.of("P", "given"))
                .stacks()
                .getFirst()
                .resources()
                .getFirst()
                .properties();
        Value value = ((Value.Mapping) properties).get("A");
        if (value == null) {
            throw new AssertionError("the property is lost");
        }
        return value;
    }

    private static String written(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.DynamicReference dynamic -> "{{resolve:" + dynamic.service() + ":" + dynamic.key() + "}}";
            case Value.Composed composed -> {
                StringBuilder parts = new StringBuilder();
                composed.parts().forEach(part -> parts.append(written(part)));
                yield parts.toString();
            }
            default -> throw new AssertionError("neither a text nor a dynamic reference: " + value);
        };
    }
}
