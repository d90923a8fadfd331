package dev.parapet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.parapet.core.rule.catalogue.RuleList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleListSchemaTest {
    private static final Path SCHEMA = Path.of("..", "docs", "schema", "parapet.rules-1.json");

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    @Test
    void theListOfTheRulesIsValidByItsSchema() throws IOException {
        StringBuilder list = new StringBuilder();
        RuleList.json(BuiltInRules.load(), list);
        assertThat(schema().validate(list.toString(), InputFormat.JSON)).isEmpty();
        assertThat(list.toString()).contains("\"id\": \"lambda-function-url-without-auth\"");
    }

    @Test
    void theSchemaIsStrict() throws IOException {
        assertThat(schema().validate(
                                "{\"schema\":\"parapet.rules/1\",\"rules\":[{\"id\":\"A\",\"sort\":1}]}",
                                InputFormat.JSON))
                .hasSize(10);
    }
}
