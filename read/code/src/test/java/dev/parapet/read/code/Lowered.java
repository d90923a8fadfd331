package dev.parapet.read.code;

import dev.parapet.model.Fault;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Language;

/** Sources as the small language, for tests. */
public final class Lowered {
    private Lowered() {}

    /** The text form of a source; a fault comes before it. */
    public static String text(String path, String source) {
        CodeReading reading = read(path, source);
        String fault = reading.fault().map(it -> fault(it) + "\n").orElse("");
        return fault + reading.file().map(CodePrinter::print).orElse("");
    }

    /** Reads a source in the language of its name. */
    public static CodeReading read(String path, String source) {
        Language language = CodeReader.language(path).orElseThrow();
        return CodeReader.read(new SourceFile(path, source), language);
    }

    /** The file of a source that can be read. */
    public static CodeFile file(String path, String source) {
        return read(path, source).file().orElseThrow();
    }

    private static String fault(Fault fault) {
        return fault.kind().word() + " " + fault.path() + ":" + fault.line() + " " + fault.message();
    }
}
