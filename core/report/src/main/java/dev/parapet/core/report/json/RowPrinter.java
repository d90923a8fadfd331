package dev.parapet.core.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** Breaks the outer levels of a document into lines, so that each finding is one line: to be read, compared and searched. */
final class RowPrinter implements PrettyPrinter {
    private final int levels;
    private int depth;

    /**
     * @param levels how many levels are broken into lines
     */
    RowPrinter(int levels) {
        this.levels = levels;
    }

    private void separate(JsonGenerator out) throws IOException {
        if (depth > levels) {
            out.writeRaw(' ');
            return;
        }
        out.writeRaw('\n');
        for (int i = 0; i < depth; i++) {
            out.writeRaw("  ");
        }
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        end(out, entries, '}');
    }

    private void end(JsonGenerator out, int entries, char bracket) throws IOException {
        boolean lines = depth <= levels;
        depth--;
        if (entries > 0 && lines) {
            separate(out);
        } else if (entries > 0 && bracket == '}') {
            out.writeRaw(' ');
        }
        out.writeRaw(bracket);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        separate(out);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
        depth++;
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        end(out, values, ']');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        separate(out);
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        if (depth <= levels) {
            separate(out);
        }
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        separate(out);
    }
}
