package dev.parapet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas that documents promise to follow. */
final class Schema {
    private Schema() {}

    /** Asserts that a document follows {@code docs/schema/<name>.json}. */
    static void check(String name, String document) throws IOException {
        String schema = Files.readString(Path.of("..", "docs", "schema", name + ".json"));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(document, InputFormat.JSON))
                .isEmpty();
    }
}
