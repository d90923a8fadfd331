package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand on the left of an assignment, and what declares. */
final class CSharpTargets {
    private final CSharpLowering lowering;

    CSharpTargets(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    /** A variable that is declared; a discard is nothing. */
    static Target declared(SyntaxNode name, @Nullable TypeName type) {
        String called = CSharpNames.plain(name);
        return called.equals("_")
                ? new Target.Unknown(name.range())
                : new Target.Variable(name.range(), called, true, type);
    }

    /** What is assigned to. */
    Target assigned(SyntaxNode node) {
        return lowering.deeper(() -> target(node), () -> new Target.Unknown(node.range()));
    }

    private Target target(SyntaxNode node) {
        return switch (node.kind()) {
            case "tuple_expression", "tuple_pattern", "parenthesized_variable_designation" -> {
                List<Target> items = new ArrayList<>();
                for (SyntaxNode item : node.children()) {
                    SyntaxNode inner = item.is("argument") ? last(item) : item;
                    boolean declares = !node.is("tuple_expression") && inner.is("identifier");
                    items.add(declares ? declared(inner, null) : assigned(inner));
                }
                yield new Target.ListPattern(node.range(), items);
            }
            case "declaration_expression" -> {
                SyntaxNode name = node.field("name");
                if (name == null) {
                    yield new Target.Unknown(node.range());
                }
                yield name.is("identifier") ? declared(name, CSharpNames.optional(node.field("type"))) : assigned(name);
            }
            case "discard" -> new Target.Unknown(node.range());
            default ->
                switch (lowering.expression(node)) {
                    case Expression.Name name ->
                        name.name().equals("_")
                                ? new Target.Unknown(node.range())
                                : new Target.Variable(node.range(), name.name(), false, null);
                    case Expression.Field field -> new Target.Member(field);
                    case Expression.Index index -> new Target.Item(index);
                    default -> new Target.Unknown(node.range());
                };
        };
    }

    /** The value of an argument, which may have a name in front. */
    static SyntaxNode last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? node : children.getLast();
    }
}
