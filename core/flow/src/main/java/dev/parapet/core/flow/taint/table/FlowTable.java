package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.ShippedFile;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All lines of the tables of one language, by the last step of what they are about. */
public final class FlowTable {
    /** What is between the words of a name: {@code _}, or the border between {@code reset} and {@code Token}. */
    private static final Pattern WORD = Pattern.compile("[_-]+|(?<=[a-z0-9])(?=[A-Z])");

    private static final int MAXIMUM_NAME = 80;

    private final Map<Word, Map<String, List<FlowRow>>> rows = new EnumMap<>(Word.class);
    private final Set<String> own = new HashSet<>();

    private FlowTable() {}

    /** The tables of all languages; those of one are read when they are first asked for. */
    public static final class Tables {
        private final Map<Language, FlowTable> tables = new EnumMap<>(Language.class);
        private final List<FlowTableReader.Read> own = new ArrayList<>();

        private Tables() {}

        /** The table of a language: what comes with Parapet, then what is the user's. */
        public synchronized FlowTable of(Language language) {
            return tables.computeIfAbsent(language, this::read);
        }

        private FlowTable read(Language language) {
            FlowTable table = new FlowTable();
            for (String name : List.of("every", nameOf(language))) {
                table.add(language, FlowTable.builtIn(name + ".flows"));
            }
            own.forEach(read -> table.add(language, read));
            return table;
        }

        private static String nameOf(Language language) {
            return switch (language) {
                case PYTHON -> "python";
                case JAVASCRIPT, TYPESCRIPT -> "ecmascript";
                case JAVA -> "java";
                case GO -> "go";
                case CSHARP -> "csharp";
            };
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
        for (Source source : own) {
            tables.own.add(new FlowTableReader(source.path()).read(source.text()));
        }
        return tables;
    }

    /** The tables that come with Parapet. */
    public static Tables standard() {
        return new Tables();
    }

    private static FlowTableReader.Read builtIn(String name) {
        try {
            return new FlowTableReader(name).read(ShippedFile.text(FlowTable.class, name));
        } catch (FlowTableException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private void add(Language language, FlowTableReader.Read read) {
        if (read.languages().contains(language)) {
            read.rows().forEach(this::add);
        }
    }

    private void add(FlowRow row) {
        if (row.word() == Word.SOURCE && !row.kinds().contains("*")) {
            own.addAll(row.kinds());
        }
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

    /** Whether a value is a source of a kind: of what callers choose, or of a kind that has sources of its own. */
    public boolean isSource(FlowValue value, String kind) {
        String name = hasOwnSources(kind) ? kind : "*";
        List<String> path = CalleePath.of(value);
        for (FlowRow row : candidates(Word.SOURCE, path)) {
            if (row.kinds().contains(name) && row.callee().matches(path) && row.holds(arguments(value))) {
                return true;
            }
        }
        return false;
    }

    private static List<FlowArgument> arguments(FlowValue value) {
        return value instanceof FlowValue.Result result ? result.arguments() : List.of();
    }

    /** Whether a kind is not about what callers choose, but has sources of its own. */
    public boolean hasOwnSources(String kind) {
        return own.contains(kind);
    }

    /**
     * The kinds that lines of a word give to such a name: {@code resetToken} and {@code RESET_TOKEN} end with the word {@code token}. A
     * line that begins with {@code !} takes them away.
     */
    public Set<String> named(Word word, String name) {
        Set<String> kinds = new TreeSet<>();
        Set<String> not = new TreeSet<>();
        Map<String, List<FlowRow>> byName = rows.getOrDefault(word, Map.of());
        if (!byName.isEmpty() && name.length() <= MAXIMUM_NAME) {
            String words = WORD.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
            byName.forEach((pattern, said) -> {
                String end = pattern.startsWith("!") ? pattern.substring(1) : pattern;
                if (words.equals(end) || words.endsWith("-" + end)) {
                    said.forEach(row -> (pattern.startsWith("!") ? not : kinds).addAll(row.kinds()));
                }
            });
        }
        kinds.removeAll(not);
        return kinds;
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
