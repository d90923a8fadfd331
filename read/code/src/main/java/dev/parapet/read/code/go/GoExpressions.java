package dev.parapet.read.code.go;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expressions: https://go.dev/ref/spec#Expressions. */
final class GoExpressions {
    private static final Map<String, Operator> OPERATORS = Operators.COMMON;

    /** Types whose names convert: https://go.dev/ref/spec#Predeclared_identifiers. */
    private static final Set<String> PREDECLARED = Set.of(
            "bool",
            "byte",
            "complex64",
            "complex128",
            "float32",
            "float64",
            "int",
            "int8",
            "int16",
            "int32",
            "int64",
            "rune",
            "string",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "uintptr",
            "any",
            "error");

    private final GoLowering lowering;

    GoExpressions(GoLowering lowering) {
        this.lowering = lowering;
    }

    /** What the symbol of an operation means. */
    static Operator operator(String symbol) {
        return OPERATORS.getOrDefault(symbol, Operator.OTHER);
    }

    Expression lower(SyntaxNode node) {
        TextRange range = node.range();
        return switch (node.kind()) {
            case "identifier" -> lowering.functions().name(node);
            case "type_identifier", "package_identifier", "field_identifier", "label_name" ->
                new Expression.Name(range, node.text());
            case "qualified_type", "generic_type" -> lowering.literals().type(node);
            case "interpreted_string_literal", "raw_string_literal", "rune_literal" ->
                new Expression.Text(range, GoText.of(node));
            case "int_literal", "float_literal", "imaginary_literal" ->
                new Expression.Number(range, node.text().replace("_", ""));
            case "iota" ->
                new Expression.Number(
                        range, String.valueOf(lowering.declarations().iota()));
            case "true" -> new Expression.Bool(range, true);
            case "false" -> new Expression.Bool(range, false);
            case "nil" -> new Expression.Null(range);
            case "parenthesized_expression", "literal_element" -> lowering.only(node);
            case "selector_expression" ->
                new Expression.Field(range, lowering.expression(node, "operand"), Lowering.text(node.field("field")));
            case "index_expression" ->
                new Expression.Index(range, lowering.expression(node, "operand"), lowering.expression(node, "index"));
            case "slice_expression" -> slice(node);
            case "call_expression" -> call(node);
            case "type_conversion_expression" -> conversion(node);
            case "type_assertion_expression" -> {
                SyntaxNode type = node.field("type");
                Expression of = lowering.expression(node, "operand");
                yield type == null ? of : new Expression.Cast(range, of, GoTypes.type(type));
            }
            case "type_instantiation_expression" -> lowering.expression(node, "type");
            case "composite_literal" -> lowering.literals().composite(node);
            case "func_literal" -> lowering.functions().function(node);
            case "unary_expression" -> unary(node);
            case "binary_expression" -> lowering.binary(node, OPERATORS);
            case "variadic_argument" -> new Expression.Spread(range, lowering.only(node), false);
            default -> lowering.unknown(node);
        };
    }

    private Expression slice(SyntaxNode node) {
        Expression slice = new Expression.Slice(
                node.range(),
                lowering.expression(node, "operand"),
                lowering.optional(node.field("start")),
                lowering.optional(node.field("end")));
        Expression capacity = lowering.optional(node.field("capacity"));
        return capacity == null || capacity instanceof Expression.Number || capacity instanceof Expression.Name
                ? slice
                : new Expression.Unknown(node.range(), "slice expression", List.of(slice, capacity));
    }

    private Expression call(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode function = node.field("function");
        SyntaxNode list = node.field("arguments");
        List<SyntaxNode> written = list == null ? List.of() : list.children();
        if (function != null && function.is("identifier")) {
            Expression builtin = builtin(node, function.text(), written);
            if (builtin != null) {
                return builtin;
            }
        }
        return new Expression.Call(range, lowering.expression(node, "function"), arguments(written));
    }

    /** What the language itself makes of a call; null when it is a call: https://go.dev/ref/spec#Built-in_functions. */
    private @Nullable Expression builtin(SyntaxNode node, String name, List<SyntaxNode> written) {
        return switch (name) {
            case "make", "new" -> lowering.literals().allocated(node, name, written);
            case "append" -> written.isEmpty() ? null : appended(node, written);
            default ->
                PREDECLARED.contains(name) && written.size() == 1
                        ? new Expression.Cast(node.range(), lowering.expression(written.getFirst()), TypeName.of(name))
                        : null;
        };
    }

    /** {@code append(list, a, b...)} is a list of all of them. */
    private Expression appended(SyntaxNode node, List<SyntaxNode> written) {
        List<Expression> items = new ArrayList<>();
        Expression list = lowering.expression(written.getFirst());
        items.add(new Expression.Spread(list.range(), list, false));
        items.addAll(lowering.expressions(written.subList(1, written.size())));
        return new Expression.Collection(node.range(), Expression.Collection.Kind.LIST, items);
    }

    private List<Argument> arguments(List<SyntaxNode> written) {
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode argument : written) {
            arguments.add(new Argument(null, lowering.expression(argument)));
        }
        return arguments;
    }

    /** {@code []byte(x)}; the parser takes the call of a generic function with its types for one too. */
    private Expression conversion(SyntaxNode node) {
        SyntaxNode type = node.field("type");
        Expression operand = lowering.expression(node, "operand");
        if (type == null) {
            return operand;
        }
        return type.is("generic_type")
                ? new Expression.Call(
                        node.range(), lowering.literals().type(type), List.of(new Argument(null, operand)))
                : new Expression.Cast(node.range(), operand, GoTypes.type(type));
    }

    /** Pointers are what they point to, and what a channel gives is one of its elements. */
    private Expression unary(SyntaxNode node) {
        TextRange range = node.range();
        Expression operand = lowering.expression(node, "operand");
        return switch (Lowering.text(node.field("operator"))) {
            case "&", "*" -> operand;
            case "<-" -> new Expression.Element(range, operand);
            case "!" -> new Expression.Unary(range, Operator.NOT, operand);
            case "-" -> new Expression.Unary(range, Operator.SUBTRACT, operand);
            case "+" -> operand;
            default -> new Expression.Unary(range, Operator.OTHER, operand);
        };
    }
}
