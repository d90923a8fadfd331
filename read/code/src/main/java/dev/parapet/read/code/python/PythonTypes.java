package dev.parapet.read.code.python;

import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of annotations: https://docs.python.org/3/library/typing.html. */
final class PythonTypes {
    /** Types of several parts that one type argument stands deeper than this are cut. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final TypeName UNKNOWN = TypeName.of("?");

    private PythonTypes() {}

    /** The type of an annotation that may be absent. */
    static @Nullable TypeName optional(@Nullable SyntaxNode node) {
        return node == null ? null : type(node, 0);
    }

    /** The type that an expression names. */
    static TypeName type(SyntaxNode node) {
        return type(node, 0);
    }

    private static TypeName type(SyntaxNode node, int depth) {
        List<SyntaxNode> children = node.children();
        if (depth > MAXIMUM_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.kind()) {
            case "type", "parenthesized_expression" ->
                children.isEmpty() ? UNKNOWN : type(children.getFirst(), depth + 1);
            case "identifier", "dotted_name" -> TypeName.of(node.text());
            case "attribute", "member_type" -> TypeName.of(dotted(node));
            case "string" -> TypeName.of(quoted(node));
            case "generic_type", "subscript" -> generic(children, depth);
            case "binary_operator", "union_type" -> union(children, depth);
            default -> UNKNOWN;
        };
    }

    private static TypeName generic(List<SyntaxNode> children, int depth) {
        if (children.isEmpty()) {
            return UNKNOWN;
        }
        TypeName name = type(children.getFirst(), depth + 1);
        List<TypeName> arguments = new ArrayList<>();
        for (SyntaxNode child : children.subList(1, children.size())) {
            List<SyntaxNode> parts = child.is("type_parameter") ? child.children() : List.of(child);
            parts.forEach(part -> arguments.add(type(part, depth + 1)));
        }
        boolean nullable = Set.of("Optional", "typing.Optional").contains(name.name());
        return nullable && arguments.size() == 1 ? arguments.getFirst() : new TypeName(name.name(), arguments);
    }

    /** The type that is not None, where there is only one. */
    private static TypeName union(List<SyntaxNode> children, int depth) {
        List<TypeName> types = new ArrayList<>();
        for (SyntaxNode child : children) {
            SyntaxNode first = child.firstChild();
            if (!child.is("none") && (first == null || !first.is("none"))) {
                types.add(type(child, depth + 1));
            }
        }
        return types.size() == 1 ? types.getFirst() : UNKNOWN;
    }

    private static String dotted(SyntaxNode node) {
        return node.text().replaceAll("\\s", "");
    }

    private static String quoted(SyntaxNode node) {
        SyntaxNode content = node.child("string_content");
        return content == null ? "?" : content.text().strip();
    }
}
