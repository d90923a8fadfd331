package dev.parapet.read.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.CodePrinter;
import dev.parapet.model.code.Expression;
import dev.parapet.read.code.CodeReading;
import dev.parapet.read.code.Lowered;
import dev.parapet.read.code.Walk;

/** Whatever a text says, reading it ends, within the bounds that are promised to whoever walks it. */
class PythonFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyTextIsRead(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        CodeReading reading = Lowered.read("a.py", text);
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
    }
}
