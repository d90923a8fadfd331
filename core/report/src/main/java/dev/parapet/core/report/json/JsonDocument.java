package dev.parapet.core.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parapet.model.Position;
import dev.parapet.model.Span;
import java.io.IOException;
import java.util.List;

/** How every JSON document of Parapet is written. */
public final class JsonDocument {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder().rootValueSeparator("").build();

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

    /** The same for values of which each stands on a line of its own; whoever writes them ends the lines. */
    public static JsonGenerator openLines(Appendable out) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(new AppendableWriter(out));
        generator.setHighestNonEscapedChar('~');
        return generator;
    }

    /** Writes where something stands, as the field {@code location} of every document. */
    public static void location(JsonGenerator out, Span span) throws IOException {
        out.writeObjectFieldStart("location");
        out.writeStringField("path", span.path());
        position(out, "start", span.start());
        position(out, "end", span.end());
        out.writeEndObject();
    }

    private static void position(JsonGenerator out, String field, Position position) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeNumberField("line", position.line());
        out.writeNumberField("column", position.column());
        out.writeEndObject();
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
