package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can stand on the left of an assignment, and what declares: https://tc39.es/ecma262/#sec-destructuring-assignment. */
final class EcmaScriptTargets {
    private final EcmaScriptLowering lowering;

    EcmaScriptTargets(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    /** What is assigned to. */
    Target assigned(SyntaxNode node) {
        return target(node, false, null);
    }

    /** What is declared, with the type that the source states. */
    Target declared(SyntaxNode node, @Nullable TypeName type) {
        return target(node, true, type);
    }

    private Target target(SyntaxNode node, boolean declares, @Nullable TypeName type) {
        return switch (node.kind()) {
            case "identifier", "shorthand_property_identifier_pattern", "shorthand_property_identifier" ->
                new Target.Variable(node.range(), node.text(), declares, type);
            case "member_expression", "subscript_expression", "non_null_expression" -> place(node);
            case "parenthesized_expression", "as_expression" -> inner(node, declares);
            case "array_pattern", "array" -> deeper(node, () -> list(node, declares));
            case "object_pattern", "object" -> deeper(node, () -> map(node, declares));
            case "rest_pattern", "spread_element" -> {
                SyntaxNode inner = node.firstChild();
                yield inner == null
                        ? new Target.Unknown(node.range())
                        : new Target.Rest(node.range(), target(inner, declares, type), false);
            }
            case "assignment_pattern", "object_assignment_pattern", "assignment_expression" -> {
                SyntaxNode left = node.field("left");
                yield left == null
                        ? new Target.Unknown(node.range())
                        : deeper(
                                node,
                                () -> new Target.WithDefault(
                                        node.range(),
                                        target(left, declares, type),
                                        lowering.expression(node, "right")));
            }
            default -> new Target.Unknown(node.range());
        };
    }

    private Target deeper(SyntaxNode node, Supplier<Target> what) {
        return lowering.deeper(what, () -> new Target.Unknown(node.range()));
    }

    private Target inner(SyntaxNode node, boolean declares) {
        SyntaxNode inner = node.firstChild();
        return inner == null ? new Target.Unknown(node.range()) : deeper(node, () -> target(inner, declares, null));
    }

    private Target place(SyntaxNode node) {
        return switch (lowering.expression(node)) {
            case Expression.Field field -> new Target.Member(field);
            case Expression.Index index -> new Target.Item(index);
            default -> new Target.Unknown(node.range());
        };
    }

    /** A list; between two commas, nothing is taken. */
    private Target list(SyntaxNode node, boolean declares) {
        List<Target> items = new ArrayList<>();
        boolean taken = false;
        for (SyntaxNode child : node.allChildren()) {
            if (child.is(",")) {
                if (!taken) {
                    items.add(new Target.Unknown(child.range()));
                }
                taken = false;
            } else if (child.isNamed()) {
                items.add(target(child, declares, null));
                taken = true;
            }
        }
        return new Target.ListPattern(node.range(), items);
    }

    private Target map(SyntaxNode node, boolean declares) {
        List<Target.Entry> entries = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "pair_pattern", "pair" -> {
                    SyntaxNode value = child.field("value");
                    SyntaxNode key = child.field("key");
                    if (value != null && key != null) {
                        entries.add(new Target.Entry(lowering.expressions().key(key), target(value, declares, null)));
                    }
                }
                case "rest_pattern", "spread_element" -> {
                    SyntaxNode inner = child.firstChild();
                    if (inner != null) {
                        Target rest = new Target.Rest(child.range(), target(inner, declares, null), true);
                        entries.add(new Target.Entry(new Expression.Text(child.range(), "..."), rest));
                    }
                }
                default -> {
                    SyntaxNode name = child.is("object_assignment_pattern") ? child.field("left") : child;
                    if (name != null) {
                        Expression key = new Expression.Text(name.range(), name.text());
                        entries.add(new Target.Entry(key, target(child, declares, null)));
                    }
                }
            }
        }
        return new Target.MapPattern(node.range(), entries);
    }

    /** The names of the variables in a target. */
    static void names(Target target, List<Target.Variable> into) {
        switch (target) {
            case Target.Variable variable -> into.add(variable);
            case Target.ListPattern pattern -> pattern.items().forEach(item -> names(item, into));
            case Target.MapPattern pattern -> pattern.entries().forEach(entry -> names(entry.target(), into));
            case Target.WithDefault it -> names(it.target(), into);
            case Target.Rest rest -> names(rest.target(), into);
            case Target.Member ignored -> {}
            case Target.Item ignored -> {}
            case Target.Unknown ignored -> {}
        }
    }
}
