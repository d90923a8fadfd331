package dev.parapet.core.report.json;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Writes to an {@link Appendable}, which it neither flushes nor closes. */
final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (out instanceof StringBuilder text) {
            text.append(characters, offset, length);
        } else {
            out.append(CharBuffer.wrap(characters, offset, length));
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.append(text, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
