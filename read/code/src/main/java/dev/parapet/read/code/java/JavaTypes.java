package dev.parapet.read.code.java;

import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types: https://docs.oracle.com/javase/specs/jls/se25/html/jls-4.html. */
final class JavaTypes {
    /** Type arguments are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final TypeName UNKNOWN = TypeName.of("?");

    private JavaTypes() {}

    /** The type that a variable is declared with; null where it is left to the compiler ({@code var}). */
    static @Nullable TypeName declared(@Nullable SyntaxNode node) {
        return node == null || node.text().equals("var") ? null : type(node, 0);
    }

    /** The type that a node names. */
    static TypeName type(SyntaxNode node) {
        return type(node, 0);
    }

    /** The types in a list such as {@code implements A, B}. */
    static List<TypeName> all(@Nullable SyntaxNode node) {
        List<TypeName> types = new ArrayList<>();
        for (SyntaxNode child : node == null ? List.<SyntaxNode>of() : node.children()) {
            if (child.is("type_list")) {
                types.addAll(all(child));
            } else {
                types.add(type(child, 0));
            }
        }
        return types;
    }

    private static TypeName type(SyntaxNode node, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.kind()) {
            case "type_identifier", "identifier", "integral_type", "floating_point_type", "boolean_type", "void_type" ->
                TypeName.of(node.text());
            case "scoped_type_identifier", "scoped_identifier" -> TypeName.of(scoped(node));
            case "generic_type" -> {
                List<SyntaxNode> parts = node.children();
                TypeName base = parts.isEmpty() ? UNKNOWN : type(parts.getFirst(), depth + 1);
                yield new TypeName(base.name(), arguments(parts, depth));
            }
            case "array_type" -> {
                SyntaxNode element = node.field("element");
                yield new TypeName("[]", element == null ? List.of() : List.of(type(element, depth + 1)));
            }
            case "annotated_type" -> {
                List<SyntaxNode> parts = node.children();
                yield parts.isEmpty() ? UNKNOWN : type(parts.getLast(), depth + 1);
            }
            // Of `? extends A`, A is what is known.
            case "wildcard" -> {
                List<SyntaxNode> parts = node.children();
                yield parts.isEmpty() ? UNKNOWN : type(parts.getLast(), depth + 1);
            }
            default -> UNKNOWN;
        };
    }

    private static List<TypeName> arguments(List<SyntaxNode> parts, int depth) {
        List<TypeName> arguments = new ArrayList<>();
        for (SyntaxNode part : parts) {
            for (SyntaxNode child : part.is("type_arguments") ? part.children() : List.<SyntaxNode>of()) {
                arguments.add(type(child, depth + 1));
            }
        }
        return arguments;
    }

    /** {@code a.B<C>.@D E} is {@code a.B.E}. */
    private static String scoped(SyntaxNode node) {
        return name(node.text());
    }

    /** A name with its parts, without spaces, annotations and type arguments. */
    static String name(String written) {
        StringBuilder name = new StringBuilder();
        int inside = 0;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '<') {
                inside++;
            } else if (c == '>') {
                inside--;
            } else if (inside == 0 && (Character.isJavaIdentifierPart(c) || c == '.')) {
                name.append(c);
            }
        }
        return name.toString();
    }
}
