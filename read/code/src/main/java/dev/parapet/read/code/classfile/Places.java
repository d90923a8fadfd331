package dev.parapet.read.code.classfile;

import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where instructions stand. Each has two characters of a text that is made up, in the order in which the instructions are told, so that
 * ranges lie in one another as expressions do; a table says on which line of the source each is. Columns are not known: a place is
 * whole lines.
 */
final class Places {
    private int[] lines = new int[256];
    private int count;
    private int last = 1;
    private final StringBuilder constants = new StringBuilder();

    /** Adds an instruction. */
    void add(int line) {
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, count * 2);
        }
        lines[count++] = line;
        last = Math.max(last, line);
    }

    /** Keeps a text that stands in the code: what looks for credentials asks the text of a file. */
    void constant(String text) {
        constants.append('\n').append(text);
    }

    /** Where the instruction begins that is added next. */
    int next() {
        return 2 * count;
    }

    /** From a place to the end of the instruction that was added last. */
    TextRange since(int start) {
        return new TextRange(start, Math.max(start, 2 * count - 1));
    }

    /** A place alone. */
    static TextRange at(int place) {
        return new TextRange(place, place);
    }

    /** The file that some code makes, at these places. */
    CodeFile file(String path, @Nullable String namespace, List<Statement> body) {
        String text = " ".repeat(2 * count) + constants;
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < count; i++) {
            offsets[2 * i] = lines[i] - 1;
            offsets[2 * i + 1] = lines[i];
        }
        return new CodeFile(new SourceFile(path, text), Language.JAVA, namespace, body)
                .within("\n".repeat(last), offsets);
    }
}
