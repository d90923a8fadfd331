package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TypeScript's types: https://www.typescriptlang.org/docs/handbook/2/everyday-types.html. */
final class EcmaScriptTypes {
    /** Type arguments and parentheses are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final TypeName UNKNOWN = TypeName.of("?");

    private EcmaScriptTypes() {}

    /** The type of an annotation that may be absent. */
    static @Nullable TypeName optional(@Nullable SyntaxNode annotation) {
        return annotation == null ? null : type(annotation, 0);
    }

    /** The type that a node names, or an expression that names a class. */
    static TypeName type(SyntaxNode node) {
        return type(node, 0);
    }

    private static TypeName type(SyntaxNode node, int depth) {
        SyntaxNode first = node.firstChild();
        if (depth > MAXIMUM_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.kind()) {
            case "type_annotation", "readonly_type", "parenthesized_type" ->
                first == null ? UNKNOWN : type(first, depth + 1);
            case "type_identifier", "identifier", "predefined_type" -> TypeName.of(node.text());
            case "nested_type_identifier", "nested_identifier", "member_expression" ->
                TypeName.of(node.text().replaceAll("\\s", ""));
            case "generic_type" -> {
                SyntaxNode name = node.field("name");
                TypeName base = name == null ? UNKNOWN : type(name, depth + 1);
                yield new TypeName(base.name(), arguments(node, depth));
            }
            case "array_type" -> new TypeName("[]", first == null ? List.of() : List.of(type(first, depth + 1)));
            case "union_type" -> union(node, depth);
            default -> UNKNOWN;
        };
    }

    /** The type arguments that a node has. */
    static List<TypeName> arguments(SyntaxNode node) {
        return arguments(node, 0);
    }

    private static List<TypeName> arguments(SyntaxNode node, int depth) {
        List<TypeName> arguments = new ArrayList<>();
        SyntaxNode list = node.field("type_arguments");
        for (SyntaxNode child : list == null ? List.<SyntaxNode>of() : list.children()) {
            arguments.add(type(child, depth + 1));
        }
        return arguments;
    }

    /** The type that is not null or undefined, where there is only one. */
    private static TypeName union(SyntaxNode node, int depth) {
        List<TypeName> types = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (!child.text().equals("undefined") && !child.text().equals("null")) {
                types.add(type(child, depth + 1));
            }
        }
        return types.size() == 1 ? types.getFirst() : UNKNOWN;
    }
}
