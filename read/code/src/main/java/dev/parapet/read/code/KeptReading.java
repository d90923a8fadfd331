package dev.parapet.read.code;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.binary.ByteReader;
import dev.parapet.model.binary.ByteWriter;
import dev.parapet.model.binary.Digest;
import dev.parapet.model.binary.MalformedException;
import dev.parapet.model.binary.Sha256;
import dev.parapet.model.binary.Store;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.binary.CodeFileReader;
import dev.parapet.model.code.binary.CodeFileWriter;
import java.util.Optional;

/** Files of code that an earlier run read, so that no text is parsed twice. They are known by their texts, wherever they lie. */
final class KeptReading {
    private KeptReading() {}

    /** What a file says, from the store where it is there, else read and put there. */
    static CodeReading read(SourceFile source, Language language, Store store) {
        if (!store.keeps()) {
            return CodeReader.read(source, language);
        }
        Digest name = new Sha256()
                .text("code")
                .number(language.ordinal())
                .text(source.text())
                .digest();
        byte[] kept = store.get(name);
        if (kept != null) {
            try {
                return read(kept, source, language);
            } catch (MalformedException ignored) {
                // It is read as if it had not been kept.
            }
        }
        CodeReading reading = CodeReader.read(source, language);
        if (reading.lasting() && reading.file().isPresent()) {
            store.put(name, write(reading));
        }
        return reading;
    }

    private static byte[] write(CodeReading reading) {
        CodeFile file = reading.file().orElseThrow();
        ByteWriter out = new ByteWriter(file.source().text());
        out.optional(reading.fault().orElse(null), fault -> {
            out.number(fault.line());
            out.text(fault.message());
        });
        CodeFileWriter.write(file, out);
        return out.bytes();
    }

    private static CodeReading read(byte[] bytes, SourceFile source, Language language) {
        ByteReader in = new ByteReader(bytes, 0, bytes.length, source.text());
        Fault fault = in.optional(() -> new Fault(Fault.Kind.UNREADABLE, source.path(), in.number(), in.text()));
        CodeFile file = CodeFileReader.read(in, source, language);
        in.end();
        return new CodeReading(Optional.of(file), Optional.ofNullable(fault));
    }
}
