package dev.parapet.read.code.syntax;

import static java.util.Objects.requireNonNullElse;

import io.github.treesitter.jtreesitter.Language;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A grammar in memory: what the parser is given, and the names of kinds and fields by their numbers. */
final class LoadedGrammar {
    private static final Map<Grammar, LoadedGrammar> LOADED = new EnumMap<>(Grammar.class);

    private final Language language;
    private final @Nullable String[] kinds;
    private final String[] fields;

    private LoadedGrammar(Language language) {
        this.language = language;
        kinds = new @Nullable String[language.getSymbolCount()];
        for (int i = 0; i < kinds.length; i++) {
            String kind = language.getSymbolName((short) i);
            if (kind != null && !kind.endsWith("comment") && !kind.equals("line_continuation")) {
                kinds[i] = kind;
            }
        }
        fields = new String[language.getFieldCount() + 1];
        fields[0] = "";
        for (int i = 1; i < fields.length; i++) {
            fields[i] = requireNonNullElse(language.getFieldNameForId((short) i), "");
        }
    }

    /**
     * A grammar; the first time, it is loaded.
     *
     * @throws UnavailableException when this system cannot load the parser or the grammar
     */
    static synchronized LoadedGrammar of(Grammar grammar) throws UnavailableException {
        LoadedGrammar result = LOADED.get(grammar);
        if (result == null) {
            // The parser's own first: jtreesitter could not say what is missing.
            NativeLibraries.load("tree-sitter");
            result = new LoadedGrammar(Language.load(NativeLibraries.load(grammar.library()), grammar.function()));
            LOADED.put(grammar, result);
        }
        return result;
    }

    Language language() {
        return language;
    }

    /** The name of a kind of nodes; null where the kind is left out of trees: comments, and what joins lines. */
    @Nullable
    String kind(int symbol) {
        return symbol < kinds.length ? kinds[symbol] : SyntaxTree.ERROR;
    }

    /** The names of fields; 0 is none. */
    String[] fields() {
        return fields;
    }
}
