package dev.parapet.core.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts documents to the schemas of {@code docs/schema}. */
public final class Schemas {
    private Schemas() {}

    /** What is wrong with a document by the schema of a name; empty when it is valid. */
    public static List<String> faults(String schema, String document) throws IOException {
        String text = Files.readString(Path.of("..", "..", "docs", "schema", schema));
        JsonSchema read =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, InputFormat.JSON);
        return read.validate(document, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }
}
