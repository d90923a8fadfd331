package dev.parapet.read.code.python;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can stand on the left of an assignment: https://docs.python.org/3/reference/simple_stmts.html#assignment-statements. */
final class PythonTargets {
    private final PythonLowering lowering;

    PythonTargets(PythonLowering lowering) {
        this.lowering = lowering;
    }

    Target target(SyntaxNode node) {
        return target(node, null);
    }

    Target target(SyntaxNode node, @Nullable TypeName type) {
        return switch (node.kind()) {
            case "identifier" -> variable(node, type);
            case "attribute", "subscript" -> place(node);
            case "list_splat_pattern", "list_splat" -> {
                SyntaxNode inner = node.firstChild();
                yield inner == null
                        ? new Target.Unknown(node.range())
                        : new Target.Rest(node.range(), target(inner), false);
            }
            case "pattern_list", "tuple_pattern", "list_pattern", "tuple", "list", "expression_list" ->
                lowering.deeper(() -> list(node), () -> new Target.Unknown(node.range()));
            case "parenthesized_expression", "as_pattern_target" -> {
                SyntaxNode inner = node.firstChild();
                yield inner == null
                        ? new Target.Unknown(node.range())
                        : lowering.deeper(() -> target(inner), () -> new Target.Unknown(node.range()));
            }
            default -> new Target.Unknown(node.range());
        };
    }

    Target.Variable variable(SyntaxNode name, @Nullable TypeName type) {
        return new Target.Variable(name.range(), name.text(), lowering.scope().declares(name.text()), type);
    }

    private Target place(SyntaxNode node) {
        return switch (lowering.expression(node)) {
            case Expression.Field field -> new Target.Member(field);
            case Expression.Index index -> new Target.Item(index);
            // A slice: what is put there becomes elements of the list.
            case Expression.Slice slice ->
                new Target.Item(new Expression.Index(
                        slice.range(),
                        slice.of(),
                        new Expression.Unknown(
                                slice.range(),
                                "slice",
                                Stream.of(slice.from(), slice.to())
                                        .filter(Objects::nonNull)
                                        .toList())));
            default -> new Target.Unknown(node.range());
        };
    }

    private Target list(SyntaxNode node) {
        List<Target> items = new ArrayList<>();
        node.children().forEach(child -> items.add(target(child)));
        return new Target.ListPattern(node.range(), items);
    }
}
