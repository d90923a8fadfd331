package dev.parapet.read.code.syntax;

import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;

/** Tells jtreesitter, by a service file, where the library of the parser itself is. */
public final class ParserLibrary implements NativeLibraryLookup {
    @Override
    public SymbolLookup get(Arena arena) {
        try {
            return NativeLibraries.load("tree-sitter");
        } catch (UnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
