package dev.parapet.core.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** How every JSON document of Parapet is written. */
public final class JsonDocument {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonDocument() {}

    /**
     * A generator whose document is ASCII: it means the same in every encoding, and no control character, half of a surrogate
     * pair or direction mark of a scanned name reaches a terminal as it is.
     *
     * @param levels how many levels are broken into lines; what lies deeper stands on one line
     */
    public static JsonGenerator open(Appendable out, int levels) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(new AppendableWriter(out));
        generator.setHighestNonEscapedChar('~');
        generator.setPrettyPrinter(new RowPrinter(levels));
        return generator;
    }

    /** Writes a field that holds texts. */
    public static void texts(JsonGenerator out, String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
