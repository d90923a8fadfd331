package dev.parapet.core.flow.taint.table;

import dev.parapet.core.flow.taint.table.FlowRow.Parameter;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tables: lines of a word with its kinds, and under it, indented, what it is said of. */
final class FlowTableReader {
    private final String path;
    private int line;

    FlowTableReader(String path) {
        this.path = path;
    }

    /**
     * What a table says.
     *
     * @param languages the languages that it is about
     */
    record Read(Set<Language> languages, List<FlowRow> rows) {}

    Read read(String text) throws FlowTableException {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        List<FlowRow> rows = new ArrayList<>();
        @Nullable Word word = null;
        Set<String> kinds = Set.of();
        for (String raw : text.split("\r\n|\n|\r", -1)) {
            line++;
            String content = withoutComment(raw).stripTrailing();
            if (content.isBlank()) {
                continue;
            }
            if (Character.isWhitespace(content.charAt(0))) {
                if (word == null) {
                    throw wrong("has a line before the first word; begin with one such as 'sink command'");
                }
                rows.add(row(word, kinds, content.strip()));
                continue;
            }
            String[] words = content.split("\\s+");
            if (words[0].equals("language")) {
                for (int i = 1; i < words.length; i++) {
                    languages.add(language(words[i]));
                }
                continue;
            }
            word = word(words[0]);
            kinds = Set.of(words).size() == words.length ? without(words) : Set.of();
            if (kinds.isEmpty()) {
                throw wrong("must say in '" + content + "' what kind it is, each once; * is all");
            }
        }
        if (languages.isEmpty()) {
            line = 1;
            throw wrong("lacks the line that names its languages, such as 'language python'");
        }
        return new Read(languages, rows);
    }

    private static Set<String> without(String[] words) {
        return Set.of(List.of(words).subList(1, words.length).toArray(String[]::new));
    }

    private static String withoutComment(String raw) {
        int at = raw.startsWith("#") ? 0 : raw.indexOf(" #");
        return at < 0 ? raw : raw.substring(0, at);
    }

    private FlowTableException wrong(String message) {
        return new FlowTableException(path, line, message);
    }

    private Language language(String name) throws FlowTableException {
        for (Language language : Language.values()) {
            if (language.name().toLowerCase(Locale.ROOT).equals(name)) {
                return language;
            }
        }
        throw wrong(
                "is about the language '" + name + "'; there are python, javascript, typescript, java, go and csharp");
    }

    private Word word(String text) throws FlowTableException {
        for (Word word : Word.values()) {
            if (word.word().equals(text)) {
                return word;
            }
        }
        throw wrong("has the word '" + text
                + "'; there are source, fixed, carry, clean, check, schema, sink, fact, answer, named and variable");
    }

    private FlowRow row(Word word, Set<String> kinds, String text) throws FlowTableException {
        // The last parentheses hold the parameters, those before belong to the path. A source is what the call gives.
        boolean value = word == Word.SOURCE || word == Word.FIXED;
        int open = value && text.endsWith("()") || !text.endsWith(")") ? text.length() : opening(text);
        String callee = text.substring(0, open);
        if (callee.isEmpty() || callee.chars().anyMatch(Character::isWhitespace)) {
            throw wrong("has '" + text + "', which names nothing; write a path such as os.system(!command)");
        }
        List<Parameter> parameters = new ArrayList<>();
        if (open < text.length() - 2) {
            for (String one : text.substring(open + 1, text.length() - 1).split(",", -1)) {
                parameters.add(parameter(one.strip()));
            }
        }
        boolean given = value && open < text.length();
        return new FlowRow(word, kinds, CalleePattern.of(given ? callee + "()" : callee), parameters);
    }

    private static int opening(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return 0;
    }

    private Parameter parameter(String text) throws FlowTableException {
        boolean marked = text.startsWith("!");
        String rest = marked ? text.substring(1) : text;
        boolean option = rest.startsWith(".") && !rest.startsWith("...");
        rest = option ? rest.substring(1) : rest;
        if (rest.equals("...")) {
            return new Parameter("", marked, List.of(), false, false, true, false);
        }
        int colon = rest.indexOf(':');
        String name = (colon < 0 ? rest : rest.substring(0, colon)).strip();
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw wrong("has the parameter '" + text + "'; write a name, a name with ': value', or '...'");
        }
        if (colon < 0) {
            return new Parameter(name.equals("_") ? "" : name, marked, List.of(), false, false, false, option);
        }
        String values = rest.substring(colon + 1).strip();
        boolean written = values.startsWith("text not ");
        values = written ? values.substring(5) : values;
        boolean negated = values.startsWith("not ");
        List<String> all = new ArrayList<>();
        for (String one : (negated ? values.substring(4) : values).split("\\|", -1)) {
            all.add(one.strip());
        }
        return new Parameter(name.equals("_") ? "" : name, marked, all, negated, written, false, option);
    }
}
