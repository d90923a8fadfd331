package dev.parapet.read.code.python;

import static java.util.Objects.requireNonNullElse;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions: https://docs.python.org/3/reference/expressions.html. */
final class PythonExpressions {
    static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("+", Operator.ADD),
            Map.entry("-", Operator.SUBTRACT),
            Map.entry("*", Operator.MULTIPLY),
            Map.entry("/", Operator.DIVIDE),
            Map.entry("%", Operator.REMAINDER),
            Map.entry("and", Operator.AND),
            Map.entry("or", Operator.OR),
            Map.entry("==", Operator.EQUAL),
            Map.entry("is", Operator.EQUAL),
            Map.entry("!=", Operator.NOT_EQUAL),
            Map.entry("<>", Operator.NOT_EQUAL),
            Map.entry("is not", Operator.NOT_EQUAL),
            Map.entry("<", Operator.LESS),
            Map.entry("<=", Operator.LESS_OR_EQUAL),
            Map.entry(">", Operator.GREATER),
            Map.entry(">=", Operator.GREATER_OR_EQUAL),
            Map.entry("in", Operator.IN));

    /** How many comparisons may be joined in one expression before only its operands are kept. */
    private static final int MAXIMUM_COMPARISONS = 3;

    private final PythonLowering lowering;

    PythonExpressions(PythonLowering lowering) {
        this.lowering = lowering;
    }

    Expression lower(SyntaxNode node) {
        TextRange range = node.range();
        return switch (node.kind()) {
            case "identifier" -> name(node);
            case "dotted_name" -> dotted(node);
            case "string" -> Lowering.text(range, PythonStrings.parts(node, lowering));
            case "concatenated_string" -> {
                List<Expression> parts = new ArrayList<>();
                node.children().forEach(child -> parts.addAll(PythonStrings.parts(child, lowering)));
                yield Lowering.text(range, parts);
            }
            case "integer", "float" -> new Expression.Number(range, node.text().replace("_", ""));
            case "true" -> new Expression.Bool(range, true);
            case "false" -> new Expression.Bool(range, false);
            case "none" -> new Expression.Null(range);
            case "attribute" ->
                new Expression.Field(
                        range, lowering.expression(node, "object"), Lowering.text(node.field("attribute")));
            case "subscript" -> subscript(node);
            case "call" -> call(node);
            case "list", "list_pattern" ->
                new Expression.Collection(
                        range, Expression.Collection.Kind.LIST, lowering.expressions(node.children()));
            case "set" ->
                new Expression.Collection(range, Expression.Collection.Kind.SET, lowering.expressions(node.children()));
            case "tuple", "expression_list", "pattern_list", "tuple_pattern" ->
                new Expression.Collection(
                        range, Expression.Collection.Kind.TUPLE, lowering.expressions(node.children()));
            case "dictionary" -> dictionary(node);
            case "list_comprehension", "set_comprehension", "generator_expression", "dictionary_comprehension" ->
                comprehension(node);
            case "list_splat", "list_splat_pattern" -> new Expression.Spread(range, lowering.only(node), false);
            case "dictionary_splat", "dictionary_splat_pattern" ->
                new Expression.Spread(range, lowering.only(node), true);
            case "parenthesized_expression", "type", "interpolation", "list_splat_expression" -> lowering.only(node);
            case "named_expression" ->
                new Expression.Assign(
                        range,
                        lowering.targets().target(requireNonNullElse(node.field("name"), node)),
                        lowering.expression(node, "value"));
            case "assignment", "augmented_assignment" -> assignment(node);
            case "conditional_expression" -> conditional(node);
            case "boolean_operator", "binary_operator" -> lowering.binary(node, OPERATORS);
            case "comparison_operator" -> comparison(node);
            case "not_operator" -> new Expression.Unary(range, Operator.NOT, lowering.expression(node, "argument"));
            case "unary_operator" ->
                new Expression.Unary(
                        range,
                        Lowering.text(node.field("operator")).equals("-") ? Operator.SUBTRACT : Operator.OTHER,
                        lowering.expression(node, "argument"));
            case "await" -> new Expression.Await(range, lowering.only(node));
            case "yield" -> yielded(node);
            case "lambda" -> lowering.definitions().lambda(node);
            case "ellipsis" -> new Expression.Unknown(range, "ellipsis", List.of());
            default -> lowering.unknown(node);
        };
    }

    private Expression name(SyntaxNode node) {
        String name = node.text();
        return name.equals(lowering.scope().receiver())
                ? new Expression.This(node.range())
                : new Expression.Name(node.range(), name);
    }

    /** {@code a.b.c} where only names can stand. */
    private Expression dotted(SyntaxNode node) {
        Expression value = null;
        for (SyntaxNode part : node.children()) {
            TextRange range = new TextRange(node.start(), part.end());
            value = value == null ? name(part) : new Expression.Field(range, value, part.text());
        }
        return value == null ? lowering.unknown(node) : value;
    }

    private Expression subscript(SyntaxNode node) {
        Expression of = lowering.expression(node, "value");
        List<SyntaxNode> keys = node.fields("subscript");
        if (keys.size() != 1) {
            List<Expression> items = lowering.expressions(keys);
            return new Expression.Index(
                    node.range(), of, new Expression.Collection(node.range(), Expression.Collection.Kind.TUPLE, items));
        }
        SyntaxNode key = keys.getFirst();
        return key.is("slice")
                ? slice(node, key, of)
                : new Expression.Index(node.range(), of, lowering.expression(key));
    }

    private Expression slice(SyntaxNode node, SyntaxNode slice, Expression of) {
        @Nullable Expression from = null;
        @Nullable Expression to = null;
        int colons = 0;
        for (SyntaxNode child : slice.allChildren()) {
            if (child.is(":")) {
                colons++;
            } else if (colons == 0) {
                from = lowering.expression(child);
            } else if (colons == 1) {
                to = lowering.expression(child);
            }
        }
        return new Expression.Slice(node.range(), of, from, to);
    }

    private Expression call(SyntaxNode node) {
        SyntaxNode function = node.field("function");
        Expression callee = lowering.expression(node, "function");
        SyntaxNode arguments = node.field("arguments");
        if (function != null && function.text().equals("super")) {
            return new Expression.Super(node.range());
        }
        return new Expression.Call(node.range(), callee, arguments(arguments));
    }

    /** The arguments of a call, or of a class: a list in parentheses or one generator without its own. */
    List<Argument> arguments(@Nullable SyntaxNode node) {
        if (node == null) {
            return List.of();
        }
        if (node.is("generator_expression")) {
            return List.of(new Argument(null, lowering.expression(node)));
        }
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            arguments.add(
                    child.is("keyword_argument")
                            ? new Argument(Lowering.text(child.field("name")), lowering.expression(child, "value"))
                            : new Argument(null, lowering.expression(child)));
        }
        return arguments;
    }

    private Expression dictionary(SyntaxNode node) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            entries.add(
                    child.is("pair")
                            ? new Expression.Entry(
                                    lowering.expression(child, "key"), lowering.expression(child, "value"))
                            : new Expression.Entry(null, lowering.expression(child)));
        }
        return new Expression.MapLiteral(node.range(), entries);
    }

    private Expression comprehension(SyntaxNode node) {
        SyntaxNode body = requireNonNullElse(node.field("body"), node);
        boolean pair = body.is("pair");
        List<Expression.Clause> clauses = new ArrayList<>();
        List<SyntaxNode> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            SyntaxNode clause = children.get(i);
            if (clause.is("for_in_clause")) {
                List<Expression> conditions = new ArrayList<>();
                while (i + 1 < children.size() && children.get(i + 1).is("if_clause")) {
                    conditions.add(lowering.only(children.get(++i)));
                }
                Target target = lowering.targets().target(requireNonNullElse(clause.field("left"), clause));
                List<Expression> of = lowering.expressions(clause.fields("right"));
                clauses.add(new Expression.Clause(target, PythonStatements.value(clause, of), conditions));
            }
        }
        Expression value = pair
                ? lowering.expression(body, "value")
                : body == node ? lowering.unknown(node) : lowering.expression(body);
        return new Expression.Comprehension(
                node.range(), pair ? lowering.expression(body, "key") : null, value, clauses);
    }

    Expression assignment(SyntaxNode node) {
        SyntaxNode left = requireNonNullElse(node.field("left"), node);
        Target target = lowering.targets().target(left, PythonTypes.optional(node.field("type")));
        Expression right = lowering.expression(node, "right");
        if (node.is("augmented_assignment")) {
            String symbol = Lowering.text(node.field("operator"));
            Operator operator =
                    OPERATORS.getOrDefault(symbol.substring(0, Math.max(0, symbol.length() - 1)), Operator.OTHER);
            right = new Expression.Binary(node.range(), operator, lowering.expression(left), right);
        }
        return new Expression.Assign(node.range(), target, right);
    }

    private Expression conditional(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        return parts.size() == 3
                ? new Expression.Conditional(
                        node.range(),
                        lowering.expression(parts.get(1)),
                        lowering.expression(parts.get(0)),
                        lowering.expression(parts.get(2)))
                : lowering.unknown(node);
    }

    /** {@code a < b < c} is {@code a < b} and {@code b < c}. */
    private Expression comparison(SyntaxNode node) {
        List<Expression> operands = lowering.expressions(node.children());
        List<SyntaxNode> symbols = node.fields("operators");
        if (operands.size() != symbols.size() + 1 || symbols.size() > MAXIMUM_COMPARISONS) {
            return lowering.unknown(node);
        }
        List<Expression> comparisons = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            String symbol = symbols.get(i).kind();
            Expression left = operands.get(i);
            Expression right = operands.get(i + 1);
            TextRange range = new TextRange(left.range().start(), right.range().end());
            Operator operator = OPERATORS.getOrDefault(symbol, Operator.IN);
            Expression compared = new Expression.Binary(range, operator, left, right);
            comparisons.add(symbol.equals("not in") ? new Expression.Unary(range, Operator.NOT, compared) : compared);
        }
        return Lowering.joined(Operator.AND, comparisons);
    }

    private Expression yielded(SyntaxNode node) {
        lowering.scope().yields();
        SyntaxNode value = node.firstChild();
        Expression lowered = lowering.optional(value);
        return new Expression.Yield(
                node.range(),
                lowered != null && node.has("from") ? new Expression.Spread(lowered.range(), lowered, false) : lowered);
    }
}
