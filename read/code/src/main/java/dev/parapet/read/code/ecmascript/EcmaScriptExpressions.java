package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.Operators;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Expressions: https://tc39.es/ecma262/#sec-ecmascript-language-expressions. */
final class EcmaScriptExpressions {
    private static final Map<String, Operator> OPERATORS = Operators.with(Map.of(
            "===", Operator.EQUAL,
            "!==", Operator.NOT_EQUAL,
            "??", Operator.COALESCE,
            "in", Operator.IN,
            "instanceof", Operator.INSTANCE_OF));

    private final EcmaScriptLowering lowering;

    EcmaScriptExpressions(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    Expression lower(SyntaxNode node) {
        TextRange range = node.range();
        return switch (node.kind()) {
            case "identifier", "property_identifier", "type_identifier", "shorthand_property_identifier", "import" ->
                new Expression.Name(range, node.text());
            case "meta_property" -> new Expression.Name(range, node.text().replaceAll("\\s", ""));
            case "nested_identifier", "member_expression" ->
                new Expression.Field(range, lowering.expression(node, "object"), Lowering.text(node.field("property")));
            case "this" -> new Expression.This(range);
            case "super" -> new Expression.Super(range);
            case "null", "undefined" -> new Expression.Null(range);
            case "true" -> new Expression.Bool(range, true);
            case "false" -> new Expression.Bool(range, false);
            case "number" -> new Expression.Number(range, number(node.text()));
            case "string" -> new Expression.Text(range, EcmaScriptText.unquote(node.text()));
            case "template_string" -> template(node);
            case "regex" ->
                new Expression.New(
                        range,
                        new Expression.Name(range, "RegExp"),
                        List.of(
                                new Argument(null, literal(range, node.field("pattern"))),
                                new Argument(null, literal(range, node.field("flags")))),
                        null);
            case "array" ->
                new Expression.Collection(
                        range, Expression.Collection.Kind.LIST, lowering.expressions(node.children()));
            case "object" -> object(node);
            case "subscript_expression" ->
                new Expression.Index(range, lowering.expression(node, "object"), lowering.expression(node, "index"));
            case "call_expression" ->
                new Expression.Call(range, lowering.expression(node, "function"), arguments(node.field("arguments")));
            case "new_expression" ->
                new Expression.New(
                        range, lowering.expression(node, "constructor"), arguments(node.field("arguments")), null);
            case "arrow_function", "function_expression", "generator_function", "function", "method_definition" ->
                lowering.functions().function(node, List.of());
            case "class", "class_declaration" -> lowering.classes().type(node, List.of());
            case "await_expression" -> new Expression.Await(range, lowering.only(node));
            case "yield_expression" -> yielded(node);
            case "spread_element" -> new Expression.Spread(range, lowering.only(node), false);
            case "parenthesized_expression", "non_null_expression", "instantiation_expression" -> lowering.only(node);
            case "as_expression", "satisfies_expression" -> cast(node);
            case "type_assertion" -> assertion(node);
            case "assignment_expression" ->
                new Expression.Assign(range, target(node), lowering.expression(node, "right"));
            case "augmented_assignment_expression" -> augmented(node);
            case "update_expression" -> update(node);
            case "binary_expression" -> lowering.binary(node, OPERATORS);
            case "unary_expression" -> unary(node);
            case "ternary_expression" ->
                new Expression.Conditional(
                        range,
                        lowering.expression(node, "condition"),
                        lowering.expression(node, "consequence"),
                        lowering.expression(node, "alternative"));
            case "sequence_expression" -> sequence(node);
            case "jsx_element", "jsx_self_closing_element" -> element(node);
            default -> lowering.unknown(node);
        };
    }

    private static Expression literal(TextRange range, @Nullable SyntaxNode node) {
        return new Expression.Text(node == null ? range : node.range(), Lowering.text(node));
    }

    private static String number(String written) {
        String plain = written.replace("_", "");
        return plain.endsWith("n") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private Expression template(SyntaxNode node) {
        List<Expression> parts = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            parts.add(
                    child.is("template_substitution")
                            ? lowering.only(child)
                            : new Expression.Text(child.range(), EcmaScriptText.unescape(child.text())));
        }
        return Lowering.text(node.range(), parts);
    }

    /** The key of an entry. */
    Expression key(SyntaxNode node) {
        return switch (node.kind()) {
            case "property_identifier", "private_property_identifier", "shorthand_property_identifier" ->
                new Expression.Text(node.range(), node.text());
            case "computed_property_name" -> lowering.only(node);
            default -> lowering.expression(node);
        };
    }

    private Expression object(SyntaxNode node) {
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            SyntaxNode key = child.is("method_definition") ? child.field("name") : child.field("key");
            entries.add(
                    switch (child.kind()) {
                        case "spread_element" ->
                            new Expression.Entry(
                                    null, new Expression.Spread(child.range(), lowering.only(child), true));
                        case "shorthand_property_identifier" ->
                            new Expression.Entry(key(child), lowering.expression(child));
                        case "pair" ->
                            new Expression.Entry(
                                    key == null ? lowering.unknown(child) : key(key),
                                    lowering.expression(child, "value"));
                        case "method_definition" ->
                            new Expression.Entry(
                                    key == null ? lowering.unknown(child) : key(key), lowering.expression(child));
                        default -> new Expression.Entry(null, lowering.expression(child));
                    });
        }
        return new Expression.MapLiteral(node.range(), entries);
    }

    /** The arguments of a call; a tagged template is one. */
    private List<Argument> arguments(@Nullable SyntaxNode node) {
        if (node == null) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : node.is("template_string") ? List.of(node) : node.children()) {
            arguments.add(new Argument(null, lowering.expression(child)));
        }
        return arguments;
    }

    private Expression yielded(SyntaxNode node) {
        SyntaxNode value = node.firstChild();
        Expression lowered = lowering.optional(value);
        return new Expression.Yield(
                node.range(),
                lowered != null && node.has("*") ? new Expression.Spread(lowered.range(), lowered, false) : lowered);
    }

    private Expression cast(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        Expression of = lowering.only(node);
        // Of `as const` only the expression has a name.
        return parts.size() < 2 ? of : new Expression.Cast(node.range(), of, EcmaScriptTypes.type(parts.get(1)));
    }

    private Expression assertion(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        if (parts.size() < 2) {
            return lowering.unknown(node);
        }
        SyntaxNode type = parts.getFirst().firstChild();
        return new Expression.Cast(
                node.range(),
                lowering.expression(parts.getLast()),
                type == null ? TypeName.of("?") : EcmaScriptTypes.type(type));
    }

    private Target target(SyntaxNode node) {
        SyntaxNode left = node.field("left");
        return left == null
                ? new Target.Unknown(node.range())
                : lowering.targets().assigned(left);
    }

    private Expression augmented(SyntaxNode node) {
        String symbol = Lowering.text(node.field("operator"));
        Operator operator =
                OPERATORS.getOrDefault(symbol.substring(0, Math.max(0, symbol.length() - 1)), Operator.OTHER);
        Expression place = lowering.expression(node, "left");
        Expression value = new Expression.Binary(
                node.range(), operator, Lowering.before(place), lowering.expression(node, "right"));
        return new Expression.Assign(node.range(), Lowering.place(place), value);
    }

    private Expression update(SyntaxNode node) {
        TextRange range = node.range();
        Expression place = lowering.expression(node, "argument");
        boolean up = Lowering.text(node.field("operator")).equals("++");
        return new Expression.Assign(
                range,
                Lowering.place(place),
                new Expression.Binary(
                        range,
                        up ? Operator.ADD : Operator.SUBTRACT,
                        Lowering.before(place),
                        new Expression.Number(range, "1")));
    }

    private Expression unary(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode symbol = node.field("operator");
        Expression operand = lowering.expression(node, "argument");
        return switch (Lowering.text(symbol)) {
            case "!" -> new Expression.Unary(range, Operator.NOT, operand);
            case "-" -> new Expression.Unary(range, Operator.SUBTRACT, operand);
            case "typeof" ->
                new Expression.Call(range, new Expression.Name(range, "typeof"), List.of(new Argument(null, operand)));
            case "delete" -> new Expression.Unknown(range, "delete", List.of(operand));
            default -> new Expression.Unary(range, Operator.OTHER, operand);
        };
    }

    /** {@code (0, f)}, as compilers write it, is {@code f}; else the last of several. */
    private Expression sequence(SyntaxNode node) {
        List<SyntaxNode> parts = new ArrayList<>(node.children());
        while (parts.size() > 1 && parts.getFirst().is("number")) {
            parts.removeFirst();
        }
        List<Expression> values = lowering.expressions(parts);
        if (values.isEmpty()) {
            return lowering.unknown(node);
        }
        TextRange range = node.range();
        return values.size() == 1
                ? values.getFirst()
                : new Expression.Index(
                        range,
                        new Expression.Collection(range, Expression.Collection.Kind.TUPLE, values),
                        new Expression.Number(range, String.valueOf(values.size() - 1)));
    }

    /** JSX (https://facebook.github.io/jsx/): an object of what the tag names, with its attributes and what is inside. */
    private Expression element(SyntaxNode node) {
        SyntaxNode opening = node.is("jsx_element") ? node.field("open_tag") : node;
        SyntaxNode tag = opening == null ? null : opening.field("name");
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode attribute : opening == null ? List.<SyntaxNode>of() : opening.fields("attribute")) {
            List<SyntaxNode> parts = attribute.children();
            if (attribute.is("jsx_attribute") && !parts.isEmpty()) {
                Expression value =
                        parts.size() > 1 ? content(parts.get(1)) : new Expression.Bool(attribute.range(), true);
                arguments.add(new Argument(parts.getFirst().text(), value));
            } else {
                arguments.add(new Argument(null, content(attribute)));
            }
        }
        for (SyntaxNode child : node.is("jsx_element") ? node.children() : List.<SyntaxNode>of()) {
            if (!child.is("jsx_opening_element") && !child.is("jsx_closing_element")) {
                arguments.add(new Argument(null, content(child)));
            }
        }
        Expression type = tag == null ? new Expression.Name(node.range(), "Fragment") : lowering.expression(tag);
        return new Expression.New(node.range(), type, arguments, null);
    }

    private Expression content(SyntaxNode node) {
        return switch (node.kind()) {
            case "jsx_text", "html_character_reference" -> new Expression.Text(node.range(), node.text());
            case "jsx_expression" ->
                node.firstChild() == null ? new Expression.Null(node.range()) : lowering.only(node);
            default -> lowering.expression(node);
        };
    }
}
