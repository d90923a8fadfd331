package dev.parapet.core.flow.taint.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.flow.Flow;
import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.Callers;
import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.taint.OneFile;
import dev.parapet.core.flow.taint.Taint;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.model.SourceFile;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.read.code.CodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each sink and each fact of the tables, once: the files {@code rows.*} hold a call of every one, with the kinds that must be found in
 * its line behind a mark.
 */
final class TableRowsTest {
    @ParameterizedTest
    @CsvSource({
        "python, rows.py, #",
        "ecmascript, rows.ts, //",
        "java, Rows.java, //",
        "go, rows.go, //",
        "csharp, Rows.cs, //",
    })
    void every_line_of_a_table_is_found_in_code(String table, String name, String comment) throws FlowTableException {
        String text = resource(name);
        CodeFile file = CodeReader.read(new SourceFile(name, text), language(name))
                .file()
                .orElseThrow();
        Reached reached = Flow.fromAll(new OneFile(file), List.of(name));
        Map<Integer, String> found = new TreeMap<>();
        new Taint(FlowTable.standard())
                .of(reached, Callers.unknown(), Exchange.none())
                .certain()
                .forEach(it -> found.merge(
                        it.place().start().line(), it.subject().replaceFirst("^\\w+:", ""), (a, b) -> a + " " + b));
        found.replaceAll((line, kinds) -> sorted(kinds));
        assertThat(found).isEqualTo(marks(text, comment));
        assertThat(unseen(table, reached)).isEmpty();
    }

    private static String sorted(String kinds) {
        return String.join(" ", new TreeSet<>(Arrays.asList(kinds.split(" ", -1))));
    }

    private static Map<Integer, String> marks(String text, String comment) {
        Map<Integer, String> marks = new TreeMap<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int at = lines[i].indexOf(" " + comment + " <- ");
            if (at >= 0) {
                marks.put(i + 1, sorted(lines[i].substring(at + comment.length() + 5)));
            }
        }
        return marks;
    }

    /** The lines of a table that no call in the file is meant by. */
    private static List<String> unseen(String table, Reached reached) throws FlowTableException {
        List<String> unseen = new ArrayList<>();
        for (FlowRow row :
                new FlowTableReader(table).read(resource(table + ".flows")).rows()) {
            boolean asked = row.word() == Word.SINK || row.word() == Word.FACT;
            if (asked && reached.calls().stream().noneMatch(call -> isMeant(row, call))) {
                unseen.add(row.word() + " " + row.kinds() + " "
                        + CalleePath.text(row.callee().steps())
                        + row.parameters().stream().map(FlowRow.Parameter::name).toList());
            }
        }
        return unseen;
    }

    private static boolean isMeant(FlowRow row, FlowCall call) {
        return row.callee().matches(CalleePath.of(call.callee())) && row.holds(call.arguments());
    }

    private static Language language(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "py" -> Language.PYTHON;
            case "ts" -> Language.TYPESCRIPT;
            case "java" -> Language.JAVA;
            case "go" -> Language.GO;
            default -> Language.CSHARP;
        };
    }

    private static String resource(String name) {
        try (InputStream in = FlowTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
