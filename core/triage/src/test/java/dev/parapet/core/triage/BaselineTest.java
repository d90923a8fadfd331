package dev.parapet.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.parapet.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final Application APPLICATION = new Application("""
            Resources:
              Orders:
                Type: AWS::Any::Thing
              Mail:
                Type: AWS::Any::Thing
            """)
            .resource("Orders")
            .finding("b", "  Orders:")
            .finding("a", "  Orders:")
            .resource("Mail")
            .finding("a", "  Mail:");

    @Test
    void itReadsAsPeopleWouldWriteIt() {
        assertThat(Baseline.write(APPLICATION.findings().subList(0, 2))).isEqualTo("""
                {
                  "schema" : "parapet.baseline/1",
                  "findings" : [
                    {
                      "path" : "template.yaml",
                      "address" : "Orders",
                      "rule" : "a",
                      "fingerprint" : "a/Orders"
                    },
                    {
                      "path" : "template.yaml",
                      "address" : "Orders",
                      "rule" : "b",
                      "fingerprint" : "b/Orders"
                    }
                  ]
                }
                """);
    }

    @Test
    void itIsValidByItsSchema() throws IOException {
        String schema = Files.readString(Path.of("..", "..", "docs", "schema", "parapet.baseline-1.json"));
        JsonSchema read =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema, InputFormat.JSON);
        assertThat(read.validate(Baseline.write(APPLICATION.findings()), InputFormat.JSON))
                .isEmpty();
        assertThat(read.validate("{\"schema\":\"parapet.baseline/1\",\"findings\":[{}]}", InputFormat.JSON))
                .hasSize(4);
    }

    @Test
    void whatItKnowsIsNotNew() throws UnreadableBaseline {
        Baseline baseline =
                Baseline.parse("b.json", Baseline.write(APPLICATION.findings().subList(0, 2)));
        List<Finding> twice = new ArrayList<>(APPLICATION.findings());
        twice.add(twice.getFirst());
        assertThat(baseline.apply(twice)).extracting(Finding::baseline).containsExactly(true, true, false, false);
    }

    @Test
    void anotherTextIsRefusedWithItsLine() {
        for (String text : new String[] {"", "[]", "{}", "{\"schema\": \"parapet.scan/1\"}", "{\"schema\": 1}", "x"}) {
            assertThatThrownBy(() -> Baseline.parse("b.json", text))
                    .isInstanceOf(UnreadableBaseline.class)
                    .hasMessage(
                            "b.json:1: this is no baseline of Parapet (parapet.baseline/1); write it again, or name another file");
        }
        assertThatThrownBy(
                        () -> Baseline.parse("b.json", "{\n\"schema\": \"parapet.baseline/1\",\n\"findings\": [{}]}"))
                .hasMessageStartingWith("b.json:3: ");
    }

    @Test
    void fieldsOfAnotherVersionAreLeftAlone() throws UnreadableBaseline {
        Baseline baseline = Baseline.parse(
                "b.json",
                "{\"schema\":\"parapet.baseline/1\",\"more\":{\"a\":[1]},\"findings\":[{\"x\":[{}],\"fingerprint\":\"a/Mail\"}]}");
        assertThat(baseline.apply(APPLICATION.findings()))
                .extracting(Finding::baseline)
                .containsExactly(false, false, true);
    }
}
