package dev.parapet.read.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.SourceFile;
import dev.parapet.model.binary.ByteReader;
import dev.parapet.model.binary.ByteWriter;
import dev.parapet.model.binary.MalformedException;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.binary.CodeFileReader;
import dev.parapet.model.code.binary.CodeFileWriter;

/** Whatever a text says, reading it ends, within the bounds that are promised to whoever walks it. */
class CodeFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyPythonIsRead(FuzzedDataProvider data) {
        read("a.py", data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void anyJavaScriptIsRead(FuzzedDataProvider data) {
        read("a.jsx", data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void anyTypeScriptIsRead(FuzzedDataProvider data) {
        read("a.ts", data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void anyGoIsRead(FuzzedDataProvider data) {
        read("a.go", data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void anyJavaIsRead(FuzzedDataProvider data) {
        read("A.java", data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "20s")
    void anyCSharpIsRead(FuzzedDataProvider data) {
        read("a.cs", data.consumeRemainingAsString());
    }

    private static void read(String path, String text) {
        CodeReading reading = Lowered.read(path, text);
        CodeFile file = reading.file().orElse(null);
        if (file == null) {
            assertThat(reading.fault()).isPresent();
            return;
        }
        Walk.nodes(file, (node, depth) -> {
            assertThat(depth).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
            if (node instanceof Expression expression) {
                assertThat(expression.range().end()).isLessThanOrEqualTo(text.length());
                file.span(expression.range());
            }
        });
        CodePrinter.print(file);
        ByteWriter out = new ByteWriter(text);
        CodeFileWriter.write(file, out);
        assertThat(read(out.bytes(), file.source(), file.language()).body()).isEqualTo(file.body());
    }

    @FuzzTest(maxDuration = "20s")
    void anyBytesAreAFileOrNone(FuzzedDataProvider data) {
        SourceFile source = new SourceFile("a.py", data.consumeString(200));
        CodeFile file;
        try {
            file = read(data.consumeRemainingAsBytes(), source, Language.PYTHON);
        } catch (MalformedException ignored) {
            return;
        }
        Walk.nodes(file, (node, depth) -> {
            assertThat(depth).isLessThanOrEqualTo(CodeFile.MAXIMUM_DEPTH);
            if (node instanceof Expression expression) {
                file.span(expression.range());
            }
        });
        ByteWriter out = new ByteWriter(source.text());
        CodeFileWriter.write(file, out);
        assertThat(read(out.bytes(), source, Language.PYTHON).body()).isEqualTo(file.body());
    }

    private static CodeFile read(byte[] bytes, SourceFile source, Language language) {
        ByteReader in = new ByteReader(bytes, 0, bytes.length, source.text());
        CodeFile file = CodeFileReader.read(in, source, language);
        in.end();
        return file;
    }
}
