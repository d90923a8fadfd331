package dev.parapet.read.code.go;

import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Types: https://go.dev/ref/spec#Types. */
final class GoTypes {
    /** Types inside one another are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final TypeName UNKNOWN = TypeName.of("?");

    private GoTypes() {}

    /** The type that a node names; null where there is none. */
    static @Nullable TypeName optional(@Nullable SyntaxNode node) {
        return node == null ? null : type(node, 0);
    }

    /** The type that a node names. */
    static TypeName type(SyntaxNode node) {
        return type(node, 0);
    }

    private static TypeName type(SyntaxNode node, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return UNKNOWN;
        }
        return switch (node.kind()) {
            case "type_identifier", "identifier", "package_identifier" -> TypeName.of(node.text());
            case "qualified_type", "selector_expression" ->
                TypeName.of(node.text().replaceAll("\\s", ""));
            case "pointer_type", "parenthesized_type", "type_elem", "type_constraint" -> inner(node, depth);
            case "generic_type" -> {
                SyntaxNode base = node.field("type");
                SyntaxNode list = node.field("type_arguments");
                List<TypeName> arguments = new ArrayList<>();
                for (SyntaxNode argument : list == null ? List.<SyntaxNode>of() : list.children()) {
                    arguments.add(type(argument, depth + 1));
                }
                yield base == null
                        ? UNKNOWN
                        : new TypeName(type(base, depth + 1).name(), arguments);
            }
            case "slice_type", "array_type", "implicit_length_array_type" ->
                new TypeName("[]", List.of(field(node, "element", depth)));
            case "channel_type" -> new TypeName("chan", List.of(field(node, "value", depth)));
            case "map_type" -> new TypeName("map", List.of(field(node, "key", depth), field(node, "value", depth)));
            // The results of a function that gives several.
            case "parameter_list" -> {
                List<TypeName> parts = new ArrayList<>();
                for (SyntaxNode part : node.children()) {
                    int names = Math.max(1, part.fields("name").size());
                    for (int i = 0; i < names; i++) {
                        parts.add(field(part, "type", depth));
                    }
                }
                yield parts.size() == 1 ? parts.getFirst() : new TypeName("tuple", parts);
            }
            default -> UNKNOWN;
        };
    }

    private static TypeName inner(SyntaxNode node, int depth) {
        List<SyntaxNode> children = node.children();
        return children.size() == 1 ? type(children.getFirst(), depth + 1) : UNKNOWN;
    }

    private static TypeName field(SyntaxNode node, String name, int depth) {
        SyntaxNode found = node.field(name);
        return found == null ? UNKNOWN : type(found, depth + 1);
    }
}
