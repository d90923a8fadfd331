package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All lines of the tables of one language, by the last step of what they are about. */
public final class FlowTable {
    private static final List<String> BUILT_IN = List.of("every", "python", "ecmascript", "java", "go", "csharp");

    private final Map<Word, Map<String, List<FlowRow>>> rows = new EnumMap<>(Word.class);

    private FlowTable() {}

    /** The tables of all languages; those of one are read when they are first asked for. */
    public static final class Tables {
        private final Map<Language, FlowTable> tables = new EnumMap<>(Language.class);

        private Tables() {
            for (Language language : Language.values()) {
                tables.put(language, new FlowTable());
            }
        }

        /** The table of a language. */
        public FlowTable of(Language language) {
            return Objects.requireNonNull(tables.get(language));
        }

        private void add(String path, String text) throws FlowTableException {
            FlowTableReader.Read read = new FlowTableReader(path).read(text);
            for (Language language : read.languages()) {
                read.rows().forEach(of(language)::add);
            }
        }
    }

    /** A table that a user wrote. */
    public record Source(String path, String text) {}

    /**
     * The tables that come with Parapet, and the user's own after them.
     *
     * @throws FlowTableException at the first line of the user's that is not as it must be
     */
    public static Tables with(List<Source> own) throws FlowTableException {
        Tables tables = new Tables();
        for (String name : BUILT_IN) {
            tables.add(name + ".flows", text(name));
        }
        for (Source source : own) {
            tables.add(source.path(), source.text());
        }
        return tables;
    }

    /** The tables that come with Parapet. */
    public static Tables standard() {
        try {
            return with(List.of());
        } catch (FlowTableException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String text(String name) {
        try (InputStream in = FlowTable.class.getResourceAsStream(name + ".flows")) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from this build of Parapet");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("the table " + name + " cannot be read", problem);
        }
    }

    private void add(FlowRow row) {
        rows.computeIfAbsent(row.word(), ignored -> new HashMap<>())
                .computeIfAbsent(row.callee().last(), ignored -> new ArrayList<>())
                .add(row);
    }

    /** The lines of a word that are about a call with arguments. */
    public List<FlowRow> calls(Word word, FlowValue callee, List<FlowArgument> arguments) {
        return calls(word, CalleePath.of(callee), arguments);
    }

    /** The lines of a word that are about a call with arguments, by the path of what is called. */
    public List<FlowRow> calls(Word word, List<String> path, List<FlowArgument> arguments) {
        List<FlowRow> found = new ArrayList<>();
        for (FlowRow row : candidates(word, path)) {
            if (row.callee().matches(path) && row.holds(arguments)) {
                found.add(row);
            }
        }
        return found;
    }

    /** The lines of a word that are about a value. */
    public List<FlowRow> values(Word word, List<String> path) {
        List<FlowRow> found = new ArrayList<>();
        for (FlowRow row : candidates(word, path)) {
            if (row.callee().matches(path)) {
                found.add(row);
            }
        }
        return found;
    }

    /** Whether no line says that a caller has no say in this part of the event, as far as a kind of use goes. */
    public boolean isChosen(List<String> path, String kind) {
        for (List<FlowRow> fixed : rows.getOrDefault(Word.FIXED, Map.of()).values()) {
            for (FlowRow row : fixed) {
                if (row.isAbout(kind) && row.callee().isPrefixOf(path)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<FlowRow> candidates(Word word, List<String> path) {
        Map<String, List<FlowRow>> byLast = rows.getOrDefault(word, Map.of());
        if (path.isEmpty() || byLast.isEmpty()) {
            return List.of();
        }
        String last = path.getLast().startsWith("(") ? "()" : path.getLast();
        List<FlowRow> exact = byLast.getOrDefault(last, List.of());
        List<FlowRow> any = byLast.getOrDefault("*", List.of());
        if (any.isEmpty()) {
            return exact;
        }
        List<FlowRow> both = new ArrayList<>(exact);
        both.addAll(any);
        return both;
    }
}
