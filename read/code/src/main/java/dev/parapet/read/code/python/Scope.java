package dev.parapet.read.code.python;

import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file, class or function that is being read. A name that is assigned in one belongs to it unless {@code global} or
 * {@code nonlocal} says otherwise: https://docs.python.org/3/reference/executionmodel.html#binding-of-names.
 */
final class Scope {
    private final Set<String> outer = new HashSet<>();
    private final boolean isClass;
    private final @Nullable String receiver;
    private boolean generator;

    /**
     * A scope.
     *
     * @param isClass whether functions in it are methods
     * @param receiver what the object is called in it: the first parameter of the method that it is or is in
     */
    Scope(boolean isClass, @Nullable String receiver) {
        this.isClass = isClass;
        this.receiver = receiver;
    }

    /** Takes in what the statements of a function's body, not those of functions inside, say of names. */
    void declareOuter(SyntaxNode block) {
        for (SyntaxNode child : block.children()) {
            switch (child.kind()) {
                case "global_statement", "nonlocal_statement" ->
                    child.children().forEach(name -> outer.add(name.text()));
                case "function_definition", "class_definition", "decorated_definition", "expression_statement" -> {}
                default -> declareOuter(child);
            }
        }
    }

    boolean declares(String name) {
        return !outer.contains(name);
    }

    boolean isClass() {
        return isClass;
    }

    @Nullable
    String receiver() {
        return receiver;
    }

    void yields() {
        generator = true;
    }

    boolean isGenerator() {
        return generator;
    }
}
