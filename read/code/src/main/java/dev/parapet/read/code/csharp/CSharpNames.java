package dev.parapet.read.code.csharp;

import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of types: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/types. */
final class CSharpNames {
    /** Types inside one another are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    private static final TypeName UNKNOWN = TypeName.of("?");

    private CSharpNames() {}

    /** The type that a node names; null where there is none, or it is {@code var}. */
    static @Nullable TypeName optional(@Nullable SyntaxNode node) {
        return node == null || node.is("implicit_type") ? null : type(node, 0);
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
            case "identifier", "predefined_type" -> TypeName.of(node.text());
            case "qualified_name" -> {
                SyntaxNode qualifier = node.field("qualifier");
                TypeName name = field(node, "name", depth);
                yield qualifier == null
                        ? name
                        : new TypeName(type(qualifier, depth + 1).name() + "." + name.name(), name.arguments());
            }
            case "alias_qualified_name" -> field(node, "name", depth);
            case "generic_name" -> {
                List<TypeName> arguments = new ArrayList<>();
                SyntaxNode list = node.child("type_argument_list");
                for (SyntaxNode argument : list == null ? List.<SyntaxNode>of() : list.children()) {
                    arguments.add(type(argument, depth + 1));
                }
                yield new TypeName(Lowering.text(node.firstChild()), arguments);
            }
            case "nullable_type", "ref_type", "scoped_type", "pointer_type" -> field(node, "type", depth);
            case "array_type" -> new TypeName("[]", List.of(field(node, "type", depth)));
            case "primary_constructor_base_type" -> field(node, "type", depth);
            default -> UNKNOWN;
        };
    }

    private static TypeName field(SyntaxNode node, String name, int depth) {
        SyntaxNode found = node.field(name);
        return found == null ? UNKNOWN : type(found, depth + 1);
    }

    /** A name without the types that it is given: {@code Get} of {@code Get<string>}. */
    static String plain(@Nullable SyntaxNode name) {
        if (name == null) {
            return "";
        }
        return name.is("generic_name")
                ? Lowering.text(name.firstChild())
                : name.text().replaceFirst("^@", "");
    }
}
