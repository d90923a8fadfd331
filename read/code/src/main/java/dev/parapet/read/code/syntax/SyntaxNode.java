package dev.parapet.read.code.syntax;

import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a {@link SyntaxTree}, with the words of tree-sitter: kinds, fields, named and anonymous nodes. */
public final class SyntaxNode {
    private final SyntaxTree tree;
    private final int number;

    SyntaxNode(SyntaxTree tree, int number) {
        this.tree = tree;
        this.number = number;
    }

    /** The kind, as the grammar names it; of an anonymous node its text. */
    public String kind() {
        return tree.kind(number);
    }

    /** Whether its kind is {@code kind}. */
    public boolean is(String kind) {
        return tree.kind(number).equals(kind);
    }

    /** Whether the grammar gives it a name, as it does not for keywords and punctuation. */
    public boolean isNamed() {
        return tree.isNamed(number);
    }

    /** The name that its parent gives it; empty where it has none. */
    public String fieldName() {
        return tree.field(number);
    }

    /** Where it stands. */
    public TextRange range() {
        return new TextRange(tree.start(number), tree.end(number));
    }

    /** Where it begins, in {@code char}s. */
    public int start() {
        return tree.start(number);
    }

    /** The place after its last character, in {@code char}s. */
    public int end() {
        return tree.end(number);
    }

    /** Its place among all nodes of the tree, parents before their children. */
    public int number() {
        return number;
    }

    /** The number of the first node after all that is in it. */
    public int after() {
        return tree.after(number);
    }

    /** What is written there. */
    public String text() {
        return tree.source().text().substring(tree.start(number), tree.end(number));
    }

    /** The first child of a field, or null. */
    public @Nullable SyntaxNode field(String name) {
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            if (tree.field(child).equals(name)) {
                return tree.node(child);
            }
        }
        return null;
    }

    /** All children of a field. */
    public List<SyntaxNode> fields(String name) {
        List<SyntaxNode> found = new ArrayList<>();
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            if (tree.field(child).equals(name)) {
                found.add(new SyntaxNode(tree, child));
            }
        }
        return found;
    }

    /** The first child, named or not, of a kind, or null. */
    public @Nullable SyntaxNode child(String kind) {
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            if (tree.kind(child).equals(kind)) {
                return tree.node(child);
            }
        }
        return null;
    }

    /** Whether it has a child, named or not, of a kind. */
    public boolean has(String kind) {
        return child(kind) != null;
    }

    /** The children that the grammar names. */
    public List<SyntaxNode> children() {
        List<SyntaxNode> found = new ArrayList<>();
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            if (tree.isNamed(child)) {
                found.add(new SyntaxNode(tree, child));
            }
        }
        return found;
    }

    /** All children, keywords and punctuation too. */
    public List<SyntaxNode> allChildren() {
        List<SyntaxNode> found = new ArrayList<>();
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            found.add(new SyntaxNode(tree, child));
        }
        return found;
    }

    /** The first child that the grammar names, or null. */
    public @Nullable SyntaxNode firstChild() {
        for (int child = number + 1; child < tree.after(number); child = tree.after(child)) {
            if (tree.isNamed(child)) {
                return tree.node(child);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return kind() + " " + range();
    }
}
