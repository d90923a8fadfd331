package dev.parapet.read.code.java;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Annotations and the other modifiers: https://docs.oracle.com/javase/specs/jls/se25/html/jls-9.html#jls-9.7. */
final class JavaAnnotations {
    private final JavaLowering lowering;

    JavaAnnotations(JavaLowering lowering) {
        this.lowering = lowering;
    }

    /** The annotations of a declaration. */
    List<Expression> of(SyntaxNode declaration) {
        List<Expression> annotations = new ArrayList<>();
        SyntaxNode modifiers = declaration.child("modifiers");
        for (SyntaxNode child : modifiers == null ? List.<SyntaxNode>of() : modifiers.children()) {
            annotations.add(lowering.expression(child));
        }
        return annotations;
    }

    /** Whether a declaration has a modifier: {@code static}, {@code abstract}. */
    static boolean has(SyntaxNode declaration, String modifier) {
        SyntaxNode modifiers = declaration.child("modifiers");
        return modifiers != null && modifiers.has(modifier);
    }

    /** An annotation: with values it is a call, without it is a name. */
    Expression annotation(SyntaxNode node) {
        Expression name = name(node.field("name"), node);
        SyntaxNode values = node.field("arguments");
        if (values == null) {
            return name;
        }
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : values.children()) {
            arguments.add(
                    child.is("element_value_pair")
                            ? new Argument(Lowering.text(child.field("key")), lowering.expression(child, "value"))
                            : new Argument(null, lowering.expression(child)));
        }
        return new Expression.Call(node.range(), name, arguments);
    }

    private Expression name(@Nullable SyntaxNode name, SyntaxNode annotation) {
        return name == null ? lowering.unknown(annotation) : lowering.expression(name);
    }
}
