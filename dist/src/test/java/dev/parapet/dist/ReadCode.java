package dev.parapet.dist;

import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;

/** Reads a line in Python and one in TypeScript, in the JVM of the distribution. */
final class ReadCode {
    private ReadCode() {}

    /** Prints what they say. */
    public static void main(String[] arguments) {
        print(new SourceFile("a.py", "x: int = f(1)"), Language.PYTHON);
        print(new SourceFile("a.ts", "const x: number = f(1)"), Language.TYPESCRIPT);
    }

    private static void print(SourceFile source, Language language) {
        CodeReader.read(source, language).file().ifPresent(file -> System.out.print(CodePrinter.print(file)));
    }
}
