package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.Operators;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expressions: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/expressions. */
final class CSharpExpressions {
    private static final Map<String, Operator> OPERATORS = Operators.with(Map.of("??", Operator.COALESCE));

    /** https://docs.aws.amazon.com/sdkfornet/v4/apidocs/items/DynamoDBv2/TIDynamoDBContext.html. */
    private static final Pattern KEEPING = Pattern.compile(
            "(?:Load|Save|Delete|Query|Scan|FromQuery|FromScan)(?:Async)?|Create(?:Batch|Transact)(?:Write|Get)|GetTargetTable");

    private final CSharpLowering lowering;

    CSharpExpressions(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    Expression lower(SyntaxNode node) {
        TextRange range = node.range();
        return switch (node.kind()) {
            case "identifier", "generic_name", "predefined_type" -> new Expression.Name(range, CSharpNames.plain(node));
            case "qualified_name" ->
                new Expression.Field(
                        range, lowering.expression(node, "qualifier"), CSharpNames.plain(node.field("name")));
            case "alias_qualified_name" -> new Expression.Name(range, CSharpNames.plain(node.field("name")));
            case "this" -> new Expression.This(range);
            case "base" -> new Expression.Super(range);
            case "null_literal", "default_expression" -> new Expression.Null(range);
            case "boolean_literal" -> new Expression.Bool(range, node.text().equals("true"));
            case "integer_literal", "real_literal" ->
                new Expression.Number(range, node.text().replace("_", "").replaceFirst("(?i)(?<=\\d)[lumdf]+$", ""));
            case "string_literal", "verbatim_string_literal", "raw_string_literal", "character_literal" ->
                new Expression.Text(range, CSharpText.of(node));
            case "interpolated_string_expression" -> CSharpText.interpolated(node, lowering);
            case "member_access_expression" ->
                new Expression.Field(
                        range, lowering.expression(node, "expression"), CSharpNames.plain(node.field("name")));
            case "conditional_access_expression" -> conditionalAccess(node);
            case "element_access_expression" -> element(node, lowering.expression(node, "expression"));
            case "element_binding_expression", "collection_expression" -> list(node);
            case "invocation_expression" -> call(node);
            case "object_creation_expression" -> lowering.objects().made(node, node.field("type"));
            case "implicit_object_creation_expression" -> lowering.objects().made(node, null);
            case "anonymous_object_creation_expression" -> lowering.objects().anonymous(node);
            case "array_creation_expression", "implicit_array_creation_expression" -> array(node);
            case "initializer_expression" -> lowering.objects().braces(node);
            case "with_expression" -> lowering.objects().changed(node);
            case "await_expression" -> new Expression.Await(range, lowering.only(node));
            case "cast_expression" -> cast(node, node.field("value"), node.field("type"));
            case "as_expression" -> cast(node, node.field("left"), node.field("right"));
            case "is_expression" -> {
                SyntaxNode type = node.field("right");
                Expression left = lowering.expression(node, "left");
                yield type == null
                        ? left
                        : new Expression.Binary(
                                range,
                                Operator.INSTANCE_OF,
                                left,
                                lowering.objects().type(type));
            }
            case "is_pattern_expression" -> lowering.patterns().test(node);
            case "switch_expression" -> lowering.patterns().value(node);
            case "assignment_expression" -> assignment(node);
            case "binary_expression" -> lowering.binary(node, OPERATORS);
            case "prefix_unary_expression", "postfix_unary_expression" -> unary(node);
            case "conditional_expression" ->
                new Expression.Conditional(
                        range,
                        lowering.expression(node, "condition"),
                        lowering.expression(node, "consequence"),
                        lowering.expression(node, "alternative"));
            case "parenthesized_expression", "checked_expression", "ref_expression", "constant_pattern" ->
                lowering.only(node);
            case "argument" -> lowering.expression(CSharpTargets.last(node));
            case "tuple_expression" ->
                new Expression.Collection(
                        range, Expression.Collection.Kind.TUPLE, lowering.expressions(node.children()));
            case "lambda_expression", "anonymous_method_expression" ->
                lowering.functions().function(node);
            case "query_expression" -> query(node);
            case "declaration_expression" ->
                new Expression.Assign(
                        range,
                        lowering.targets().assigned(node),
                        new Expression.Unknown(range, "out argument", List.of()));
            case "typeof_expression" -> {
                SyntaxNode type = node.field("type");
                yield type == null ? lowering.unknown(node) : lowering.objects().type(type);
            }
            case "range_expression" -> slice(node, lowering.unknown(node));
            default -> lowering.unknown(node);
        };
    }

    /** {@code a?.b}, {@code a?[0]}. */
    private Expression conditionalAccess(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        Expression of = lowering.expression(node, "condition");
        SyntaxNode bound = parts.getLast();
        return switch (bound.kind()) {
            case "member_binding_expression" ->
                new Expression.Field(node.range(), of, CSharpNames.plain(bound.field("name")));
            case "element_binding_expression" -> index(node, of, bound.children());
            default ->
                new Expression.Unknown(node.range(), "conditional access", List.of(of, lowering.expression(bound)));
        };
    }

    private Expression element(SyntaxNode node, Expression of) {
        SyntaxNode subscript = node.field("subscript");
        return index(node, of, subscript == null ? List.of() : subscript.children());
    }

    private Expression index(SyntaxNode node, Expression of, List<SyntaxNode> arguments) {
        if (arguments.isEmpty()) {
            return of;
        }
        SyntaxNode first = CSharpTargets.last(arguments.getFirst());
        if (first.is("range_expression")) {
            return slice(first, of);
        }
        List<Expression> keys = lowering.expressions(arguments);
        Expression key = keys.size() == 1
                ? keys.getFirst()
                : new Expression.Collection(node.range(), Expression.Collection.Kind.TUPLE, keys);
        return new Expression.Index(node.range(), of, key);
    }

    private Expression slice(SyntaxNode range, Expression of) {
        List<SyntaxNode> ends = range.children();
        return new Expression.Slice(
                range.range(),
                of,
                ends.size() > 1 ? lowering.expression(ends.getFirst()) : null,
                ends.isEmpty() ? null : lowering.expression(ends.getLast()));
    }

    /** {@code [1, ..rest]}. */
    private Expression list(SyntaxNode node) {
        List<Expression> items = new ArrayList<>();
        for (SyntaxNode argument : node.children()) {
            SyntaxNode value = argument.is("argument") ? CSharpTargets.last(argument) : argument;
            boolean spread = (value.is("range_expression") || value.is("spread_element"))
                    && value.children().size() == 1;
            items.add(
                    spread
                            ? new Expression.Spread(value.range(), lowering.only(value), false)
                            : lowering.expression(value));
        }
        return new Expression.Collection(node.range(), Expression.Collection.Kind.LIST, items);
    }

    private Expression call(SyntaxNode node) {
        SyntaxNode function = node.field("function");
        SyntaxNode list = node.field("arguments");
        if (function != null
                && list != null
                && function.is("identifier")
                && function.text().equals("nameof")) {
            String written = CSharpTargets.last(list).text();
            return new Expression.Text(node.range(), written.substring(written.lastIndexOf('.') + 1));
        }
        List<Argument> arguments = arguments(list);
        SyntaxNode kept = function == null ? null : kept(function);
        if (kept != null) {
            arguments.add(new Argument(Argument.TYPE, lowering.expression(kept)));
        }
        Expression call = new Expression.Call(node.range(), lowering.expression(node, "function"), arguments);
        TypeName type = function == null ? null : got(function);
        return type == null ? call : new Expression.Cast(node.range(), call, type);
    }

    /**
     * The type of what a call reads from a table or writes to one, where it is given one: {@code LoadAsync<Order>(id)}, {@code
     * CreateBatchWrite<Order>()}. The class says which table that is.
     */
    private static @Nullable SyntaxNode kept(SyntaxNode function) {
        SyntaxNode name = function.field("name") == null ? function : function.field("name");
        SyntaxNode types = name.is("generic_name") ? name.child("type_argument_list") : null;
        return types != null
                        && types.children().size() == 1
                        && KEEPING.matcher(CSharpNames.plain(name)).matches()
                ? types.children().getFirst()
                : null;
    }

    /** The type that a call is given to say what it gets: {@code GetRequiredService<IStore>()}, {@code Deserialize<Order>(text)}. */
    private static @Nullable TypeName got(SyntaxNode function) {
        SyntaxNode name = function.field("name") == null ? function : function.field("name");
        if (!name.is("generic_name")
                || !CSharpNames.plain(name).matches("(Get|Resolve|Create|Deserialize|Parse)\\w*")) {
            return null;
        }
        List<TypeName> types = CSharpNames.type(name).arguments();
        return types.size() == 1 ? types.getFirst() : null;
    }

    /** The arguments of a list that may be absent. */
    List<Argument> arguments(@Nullable SyntaxNode list) {
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode argument : list == null ? List.<SyntaxNode>of() : list.children()) {
            SyntaxNode name = argument.field("name");
            arguments.add(new Argument(
                    name == null ? null : CSharpNames.plain(name), lowering.expression(CSharpTargets.last(argument))));
        }
        return arguments;
    }

    private Expression array(SyntaxNode node) {
        SyntaxNode values = node.child("initializer_expression");
        if (values != null) {
            return lowering.objects().collection(node, values.children());
        }
        SyntaxNode type = node.field("type");
        SyntaxNode rank = type == null ? null : type.field("rank");
        List<Expression> lengths = new ArrayList<>();
        for (SyntaxNode length : rank == null ? List.<SyntaxNode>of() : rank.children()) {
            if (!length.is("integer_literal") && !length.is("identifier")) {
                lengths.add(new Expression.Unknown(length.range(), "length", List.of(lowering.expression(length))));
            }
        }
        return new Expression.Collection(node.range(), Expression.Collection.Kind.LIST, lengths);
    }

    private Expression cast(SyntaxNode node, @Nullable SyntaxNode value, @Nullable SyntaxNode type) {
        if (value == null || type == null) {
            return lowering.unknown(node);
        }
        return new Expression.Cast(node.range(), lowering.expression(value), CSharpNames.type(type));
    }

    private Expression assignment(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode left = node.field("left");
        String symbol = Lowering.text(node.field("operator"));
        if (symbol.isEmpty()) {
            symbol = node.allChildren().stream()
                    .filter(it -> !it.isNamed() && it.text().endsWith("="))
                    .findFirst()
                    .map(SyntaxNode::text)
                    .orElse("=");
        }
        Expression value = lowering.expression(node, "right");
        if (left == null) {
            return value;
        }
        if (symbol.equals("=")) {
            return new Expression.Assign(range, lowering.targets().assigned(left), value);
        }
        return changed(
                node, left, OPERATORS.getOrDefault(symbol.substring(0, symbol.length() - 1), Operator.OTHER), value);
    }

    private Expression changed(SyntaxNode node, SyntaxNode place, Operator operator, Expression by) {
        Expression of = lowering.expression(place);
        return new Expression.Assign(
                node.range(),
                Lowering.place(of),
                new Expression.Binary(node.range(), operator, Lowering.before(of), by));
    }

    private Expression unary(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode operand = node.firstChild();
        if (operand == null) {
            // `this!` has no node of its own that the grammar names.
            return node.allChildren().isEmpty()
                    ? lowering.unknown(node)
                    : lowering.expression(node.allChildren().getFirst());
        }
        String symbol = node.text().startsWith(operand.text()) && node.is("postfix_unary_expression")
                ? node.allChildren().getLast().text()
                : node.allChildren().getFirst().text();
        return switch (symbol) {
            case "++", "--" ->
                changed(
                        node,
                        operand,
                        symbol.equals("++") ? Operator.ADD : Operator.SUBTRACT,
                        new Expression.Number(range, "1"));
            case "!" ->
                node.is("postfix_unary_expression")
                        ? lowering.expression(operand)
                        : new Expression.Unary(range, Operator.NOT, lowering.expression(operand));
            case "-" -> new Expression.Unary(range, Operator.SUBTRACT, lowering.expression(operand));
            case "+", "&", "*" -> lowering.expression(operand);
            default -> new Expression.Unary(range, Operator.OTHER, lowering.expression(operand));
        };
    }

    /** {@code from a in xs where … select …}: https://learn.microsoft.com/dotnet/csharp/linq/. */
    private Expression query(SyntaxNode node) {
        List<Expression.Clause> clauses = new ArrayList<>();
        @Nullable Expression value = null;
        List<Expression> others = new ArrayList<>();
        for (SyntaxNode clause : node.children()) {
            List<SyntaxNode> parts = clause.children();
            switch (clause.kind()) {
                case "from_clause", "join_clause", "let_clause" -> {
                    SyntaxNode name = clause.field("name") == null ? clause.firstChild() : clause.field("name");
                    List<SyntaxNode> rest = parts.stream()
                            .filter(it -> name == null || it.number() != name.number())
                            .filter(it -> !it.fieldName().equals("type"))
                            .toList();
                    if (name != null && !rest.isEmpty()) {
                        clauses.add(clause(clause, name, rest));
                    }
                }
                case "select_clause" -> value = lowering.only(clause);
                case "where_clause" -> condition(clauses, lowering.expressions(parts));
                default -> others.addAll(lowering.expressions(parts));
            }
        }
        if (value == null || !others.isEmpty()) {
            condition(clauses, others);
        }
        return clauses.isEmpty()
                ? lowering.unknown(node)
                : new Expression.Comprehension(
                        node.range(),
                        null,
                        value == null ? new Expression.Unknown(node.range(), "group", List.of()) : value,
                        clauses);
    }

    private Expression.Clause clause(SyntaxNode node, SyntaxNode name, List<SyntaxNode> parts) {
        Expression of = lowering.expression(parts.getFirst());
        Expression source = node.is("let_clause")
                ? new Expression.Collection(of.range(), Expression.Collection.Kind.LIST, List.of(of))
                : of;
        List<Expression> conditions = lowering.expressions(parts.subList(1, parts.size()));
        return new Expression.Clause(CSharpTargets.declared(name, null), source, conditions);
    }

    private static void condition(List<Expression.Clause> clauses, List<Expression> conditions) {
        if (!clauses.isEmpty() && !conditions.isEmpty()) {
            Expression.Clause last = clauses.removeLast();
            List<Expression> all = new ArrayList<>(last.conditions());
            all.addAll(conditions);
            clauses.add(new Expression.Clause(last.target(), last.of(), all));
        }
    }
}
