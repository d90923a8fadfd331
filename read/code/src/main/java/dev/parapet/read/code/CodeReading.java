package dev.parapet.read.code;

import dev.parapet.model.Fault;
import dev.parapet.model.code.CodeFile;
import java.util.Optional;

/**
 * What came of a file of code.
 *
 * @param file what it says; empty where nothing of it was read
 * @param fault what could not be read, all of it or a part
 * @param lasting whether the same text will be read the same again: not where time ran out, or this system has no parser
 */
public record CodeReading(Optional<CodeFile> file, Optional<Fault> fault, boolean lasting) {
    /** What comes of the same text each time. */
    public CodeReading(Optional<CodeFile> file, Optional<Fault> fault) {
        this(file, fault, true);
    }

    static CodeReading of(CodeFile file) {
        return new CodeReading(Optional.of(file), Optional.empty());
    }

    static CodeReading failed(Fault.Kind kind, String path, String message) {
        return new CodeReading(Optional.empty(), Optional.of(new Fault(kind, path, 1, message)));
    }

    /** The same, of which another run may make something else. */
    CodeReading forNow() {
        return new CodeReading(file, fault, false);
    }
}
