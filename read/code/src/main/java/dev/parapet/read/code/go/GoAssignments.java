package dev.parapet.read.code.go;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assignments and short declarations: https://go.dev/ref/spec#Assignment_statements. */
final class GoAssignments {
    /**
     * Characters of a place that is said twice: read and then assigned to. One that is longer, which could hold functions that
     * hold such places, is not followed.
     */
    private static final int MAXIMUM_REPEATED = 200;

    private final GoLowering lowering;

    GoAssignments(GoLowering lowering) {
        this.lowering = lowering;
    }

    /** What a name or place on the left is; the blank identifier is nothing. */
    Target target(SyntaxNode node, boolean declares, @Nullable TypeName type) {
        if (node.text().equals("_")) {
            return new Target.Unknown(node.range());
        }
        if (node.is("identifier") && declares) {
            return new Target.Variable(node.range(), node.text(), true, type);
        }
        return switch (lowering.expression(node)) {
            case Expression.Name name -> new Target.Variable(node.range(), name.name(), declares, type);
            case Expression.Field field -> new Target.Member(field);
            case Expression.Index index -> new Target.Item(index);
            default -> new Target.Unknown(node.range());
        };
    }

    /** Puts values into targets one by one, or the parts of one value into all. */
    void assign(
            List<SyntaxNode> left,
            List<SyntaxNode> right,
            boolean declares,
            @Nullable TypeName type,
            List<Statement> into) {
        if (left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                put(left.get(i), target(left.get(i), declares, type), lowering.expression(right.get(i)), into);
            }
            return;
        }
        List<Target> targets = new ArrayList<>();
        left.forEach(it -> targets.add(target(it, declares, type)));
        if (right.size() != 1) {
            // Only a text with errors has other numbers of values.
            lowering.expressions(right).forEach(value -> into.add(new Statement.Evaluate(value)));
            return;
        }
        SyntaxNode only = right.getFirst();
        Expression value = lowering.expression(only);
        if (left.size() == 2 && givesOk(only)) {
            put(left.getFirst(), targets.getFirst(), value, into);
            put(left.getLast(), targets.getLast(), ok(only, value), into);
        } else if (!left.isEmpty()) {
            TextRange range =
                    new TextRange(left.getFirst().start(), left.getLast().end());
            into.add(new Statement.Evaluate(
                    new Expression.Assign(range(range, only), new Target.ListPattern(range, targets), value)));
        }
    }

    /** Whether it gives, beside a value, whether there is one: https://go.dev/ref/spec#Type_assertions. */
    private static boolean givesOk(SyntaxNode node) {
        return switch (node.kind()) {
            case "index_expression", "type_assertion_expression" -> true;
            case "unary_expression" -> node.has("<-");
            default -> false;
        };
    }

    private static Expression ok(SyntaxNode node, Expression value) {
        return value instanceof Expression.Index it && isShort(node)
                ? new Expression.Binary(it.range(), Operator.IN, it.key(), it.of())
                : new Expression.Unknown(value.range(), "whether there is a value", List.of());
    }

    /** Whether a node is short enough to be said twice. */
    static boolean isShort(SyntaxNode node) {
        return node.end() - node.start() <= MAXIMUM_REPEATED;
    }

    /** Assigns to a place what it holds, changed. */
    private void change(SyntaxNode place, Operator operator, Expression by, List<Statement> into) {
        TextRange range =
                new TextRange(place.start(), Math.max(place.end(), by.range().end()));
        Expression of = lowering.expression(place);
        put(place, Lowering.place(of), new Expression.Binary(range, operator, Lowering.before(of), by), into);
    }

    private static void put(SyntaxNode place, Target target, Expression value, List<Statement> into) {
        TextRange range =
                new TextRange(place.start(), Math.max(place.end(), value.range().end()));
        into.add(new Statement.Evaluate(new Expression.Assign(range, target, value)));
    }

    private static TextRange range(TextRange left, SyntaxNode right) {
        return new TextRange(left.start(), Math.max(left.end(), right.end()));
    }

    /** {@code a = b}, {@code a, b = f()}, {@code a += b}. */
    void statement(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> left = list(node.field("left"));
        List<SyntaxNode> right = list(node.field("right"));
        String symbol = Lowering.text(node.field("operator"));
        if (symbol.length() < 2 || node.is("short_var_declaration")) {
            assign(left, right, node.is("short_var_declaration"), null, into);
        } else if (left.size() == 1 && right.size() == 1) {
            Operator operator = GoExpressions.operator(symbol.substring(0, symbol.length() - 1));
            change(left.getFirst(), operator, lowering.expression(right.getFirst()), into);
        } else {
            into.add(new Statement.Evaluate(lowering.unknown(node)));
        }
    }

    /** {@code a++} and {@code a--}. */
    void step(SyntaxNode node, List<Statement> into) {
        SyntaxNode place = node.firstChild();
        if (place != null) {
            Operator operator = node.is("inc_statement") ? Operator.ADD : Operator.SUBTRACT;
            change(place, operator, new Expression.Number(node.range(), "1"), into);
        }
    }

    /** The parts of a list of expressions, or a single one. */
    static List<SyntaxNode> list(@Nullable SyntaxNode node) {
        return node == null ? List.of() : node.is("expression_list") ? node.children() : List.of(node);
    }
}
