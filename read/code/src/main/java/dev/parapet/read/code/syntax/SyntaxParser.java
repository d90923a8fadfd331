package dev.parapet.read.code.syntax;

import dev.parapet.model.SourceFile;
import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts to syntax trees, within bounds. All but one are the same on every machine; the last stops texts that are made to be
 * repaired with ever more work, whose steps the parser does not count.
 */
public final class SyntaxParser {
    /** Nodes that a tree may have. Usual code has one for every three characters. */
    private static final int MAXIMUM_NODES = 2_000_000;

    /**
     * How often the parser may report progress, which it does about every hundred steps: usual code needs 6 reports for 1,000
     * characters, a text that makes it try one repair after another needs any number.
     */
    private static final int REPORTS_AT_LEAST = 2_000;

    private static final int REPORTS_PER_THOUSAND = 60;

    /** A text of the largest size that is well formed takes a second. */
    private static final long MAXIMUM_NANOSECONDS = 4_000_000_000L;

    /** The parser asks for the text in parts, and sometimes for a part again. */
    private static final int CHUNK = 8_192;

    private SyntaxParser() {}

    /**
     * The tree of a text; empty when it takes too long or becomes too large.
     *
     * @throws UnavailableException when this system cannot load the parser or the grammar
     */
    public static Optional<SyntaxTree> parse(SourceFile source, Grammar grammar) throws UnavailableException {
        LoadedGrammar loaded = LoadedGrammar.of(grammar);
        String text = source.text();
        int most = REPORTS_AT_LEAST + text.length() / 1_000 * REPORTS_PER_THOUSAND;
        long start = System.nanoTime();
        int[] reports = new int[1];
        try (Parser parser = new Parser(loaded.language());
                Tree tree = parser.parse(
                                (offset, point) -> chunk(text, offset),
                                InputEncoding.UTF_16LE,
                                new Parser.Options(state ->
                                        reports[0]++ > most || System.nanoTime() - start > MAXIMUM_NANOSECONDS))
                        .orElse(null)) {
            return tree == null ? Optional.empty() : Optional.ofNullable(copy(tree, source, loaded));
        }
    }

    /** The part of the text that begins at a byte; null at its end. */
    private static @Nullable String chunk(String text, int offset) {
        int from = offset / 2;
        return from >= text.length() ? null : text.substring(from, Math.min(text.length(), from + CHUNK));
    }

    private static @Nullable SyntaxTree copy(Tree tree, SourceFile source, LoadedGrammar loaded) {
        SyntaxTree copy = new SyntaxTree(source, loaded.fields());
        int[] open = new int[64];
        int depth = 0;
        try (Arena arena = Arena.ofConfined();
                TreeCursor cursor = tree.walk()) {
            // Each node is only read before the next, so that one place in memory serves all.
            MemorySegment place = arena.allocate(64, 8);
            SegmentAllocator allocator = (size, alignment) -> place.asSlice(0, size);
            while (true) {
                Node node = cursor.getCurrentNode(allocator);
                String kind = loaded.kind(node.getSymbol() & 0xFFFF);
                if (copy.size() >= MAXIMUM_NODES) {
                    return null;
                }
                if (kind != null) {
                    int start = node.getStartByte() / 2;
                    int added =
                            copy.add(kind, node.isNamed(), cursor.getCurrentFieldId(), start, node.getEndByte() / 2);
                    if (kind.equals(SyntaxTree.ERROR) || node.isMissing()) {
                        copy.error(start);
                    }
                    if (cursor.gotoFirstChild()) {
                        if (depth == open.length) {
                            open = Arrays.copyOf(open, depth * 2);
                        }
                        open[depth++] = added;
                        continue;
                    }
                    copy.close(added);
                }
                while (!cursor.gotoNextSibling()) {
                    if (!cursor.gotoParent()) {
                        return copy;
                    }
                    copy.close(open[--depth]);
                }
            }
        }
    }
}
