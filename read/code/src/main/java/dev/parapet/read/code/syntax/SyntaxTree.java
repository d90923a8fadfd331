package dev.parapet.read.code.syntax;

import dev.parapet.model.SourceFile;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The syntax tree of a text, copied out of the native one: nodes in the order of the text, parents before their children,
 * comments left out.
 */
public final class SyntaxTree {
    /** The kind of a stretch that is no code of the language. */
    public static final String ERROR = "ERROR";

    private final SourceFile source;
    private final String[] fieldNames;
    private String[] kinds = new String[256];
    private boolean[] named = new boolean[256];
    private short[] fields = new short[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    /** For each node the number of the first node after all that is in it. */
    private int[] afters = new int[256];

    private int count;
    private int firstError = -1;

    SyntaxTree(SourceFile source, String[] fieldNames) {
        this.source = source;
        this.fieldNames = fieldNames;
    }

    /** Adds a node as the next; the number that it has. */
    int add(String kind, boolean isNamed, short field, int start, int end) {
        if (count == kinds.length) {
            int length = count * 2;
            kinds = Arrays.copyOf(kinds, length);
            named = Arrays.copyOf(named, length);
            fields = Arrays.copyOf(fields, length);
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
            afters = Arrays.copyOf(afters, length);
        }
        kinds[count] = kind;
        named[count] = isNamed;
        fields[count] = field;
        starts[count] = start;
        ends[count] = end;
        return count++;
    }

    /** Says that all that is in a node has been added. */
    void close(int node) {
        afters[node] = count;
    }

    /** Says that there is something wrong at a place. */
    void error(int offset) {
        if (firstError < 0) {
            firstError = offset;
        }
    }

    /** The text. */
    public SourceFile source() {
        return source;
    }

    /** The node that holds all others. */
    public SyntaxNode root() {
        return new SyntaxNode(this, 0);
    }

    /** How many nodes there are. */
    public int size() {
        return count;
    }

    /** The stretches that are no code of the language, by their numbers. */
    public NavigableMap<Integer, SyntaxNode> errors() {
        NavigableMap<Integer, SyntaxNode> errors = new TreeMap<>();
        if (firstError >= 0) {
            for (int node = 0; node < count; node++) {
                if (kinds[node].equals(ERROR)) {
                    errors.put(node, new SyntaxNode(this, node));
                }
            }
        }
        return errors;
    }

    /** Where the first syntax error is, in {@code char}s; -1 when there is none. */
    public int firstError() {
        return firstError;
    }

    String kind(int node) {
        return kinds[node];
    }

    boolean isNamed(int node) {
        return named[node];
    }

    String field(int node) {
        return fieldNames[fields[node]];
    }

    int start(int node) {
        return starts[node];
    }

    int end(int node) {
        return ends[node];
    }

    int after(int node) {
        return afters[node];
    }

    /** The node as one of this tree; null where the number is none. */
    @Nullable
    SyntaxNode node(int number) {
        return number < 0 ? null : new SyntaxNode(this, number);
    }
}
