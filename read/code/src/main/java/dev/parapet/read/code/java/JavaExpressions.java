package dev.parapet.read.code.java;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
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

/** Expressions: https://docs.oracle.com/javase/specs/jls/se25/html/jls-15.html. */
final class JavaExpressions {
    private static final Map<String, Operator> OPERATORS = Operators.COMMON;

    private final JavaLowering lowering;

    JavaExpressions(JavaLowering lowering) {
        this.lowering = lowering;
    }

    Expression lower(SyntaxNode node) {
        TextRange range = node.range();
        return switch (node.kind()) {
            case "identifier", "type_identifier" -> new Expression.Name(range, node.text());
            case "this" -> new Expression.This(range);
            case "super" -> new Expression.Super(range);
            case "null_literal" -> new Expression.Null(range);
            case "true" -> new Expression.Bool(range, true);
            case "false" -> new Expression.Bool(range, false);
            case "decimal_integer_literal",
                    "hex_integer_literal",
                    "octal_integer_literal",
                    "binary_integer_literal",
                    "decimal_floating_point_literal",
                    "hex_floating_point_literal" -> new Expression.Number(range, number(node.text()));
            case "string_literal", "character_literal" -> new Expression.Text(range, JavaText.unquote(node.text()));
            case "field_access", "scoped_identifier" -> field(node);
            case "scoped_type_identifier" -> scopedType(node);
            case "generic_type", "parenthesized_expression" -> lowering.only(node);
            case "annotated_type" -> lowering.expression(node.children().getLast());
            case "array_access" ->
                new Expression.Index(range, lowering.expression(node, "array"), lowering.expression(node, "index"));
            case "method_invocation" -> new Expression.Call(range, method(node), arguments(node.field("arguments")));
            case "explicit_constructor_invocation" ->
                new Expression.Call(
                        range, lowering.expression(node, "constructor"), arguments(node.field("arguments")));
            case "method_reference" -> reference(node);
            case "object_creation_expression" -> creation(node);
            case "array_creation_expression" -> array(node);
            case "array_initializer", "element_value_array_initializer" ->
                new Expression.Collection(
                        range, Expression.Collection.Kind.LIST, lowering.expressions(node.children()));
            case "class_literal" -> {
                SyntaxNode type = node.firstChild();
                yield type == null
                        ? lowering.unknown(node)
                        : new Expression.Field(range, lowering.expression(type), "class");
            }
            case "integral_type", "floating_point_type", "boolean_type", "void_type", "array_type" ->
                new Expression.Name(range, node.text());
            case "lambda_expression" -> lowering.functions().lambda(node);
            case "assignment_expression" -> assignment(node);
            case "update_expression" -> update(node);
            case "binary_expression" -> lowering.binary(node, OPERATORS);
            case "unary_expression" -> unary(node);
            case "ternary_expression" ->
                new Expression.Conditional(
                        range,
                        lowering.expression(node, "condition"),
                        lowering.expression(node, "consequence"),
                        lowering.expression(node, "alternative"));
            case "instanceof_expression" -> instance(node);
            case "cast_expression" -> {
                SyntaxNode type = node.field("type");
                Expression value = lowering.expression(node, "value");
                yield type == null ? value : new Expression.Cast(range, value, JavaTypes.type(type));
            }
            case "switch_expression" -> lowering.switches().value(node);
            case "marker_annotation", "annotation" -> lowering.annotations().annotation(node);
            default -> lowering.unknown(node);
        };
    }

    private static String number(String written) {
        String plain = written.replace("_", "");
        boolean hexadecimal = plain.startsWith("0x") || plain.startsWith("0X");
        boolean suffix = plain.endsWith("L")
                || plain.endsWith("l")
                || !hexadecimal && !plain.isEmpty() && "fFdD".indexOf(plain.charAt(plain.length() - 1)) >= 0;
        return suffix ? plain.substring(0, plain.length() - 1) : plain;
    }

    private Expression field(SyntaxNode node) {
        SyntaxNode of = node.is("scoped_identifier") ? node.field("scope") : node.field("object");
        SyntaxNode name = node.is("scoped_identifier") ? node.field("name") : node.field("field");
        if (of == null || name == null) {
            return lowering.unknown(node);
        }
        if (name.is("this")) {
            // The object of a class around: all that is known of it is its class.
            return new Expression.Cast(
                    node.range(),
                    new Expression.Unknown(node.range(), "object of a class around", List.of()),
                    TypeName.of(JavaTypes.name(of.text())));
        }
        return new Expression.Field(node.range(), lowering.expression(of), name.text());
    }

    private Expression scopedType(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        parts.removeIf(part -> part.is("marker_annotation") || part.is("annotation"));
        return parts.size() < 2
                ? lowering.unknown(node)
                : new Expression.Field(
                        node.range(),
                        lowering.expression(parts.getFirst()),
                        parts.getLast().text());
    }

    private Expression method(SyntaxNode node) {
        SyntaxNode of = node.field("object");
        SyntaxNode name = node.field("name");
        if (name == null) {
            return lowering.unknown(node);
        }
        if (of == null) {
            return new Expression.Name(name.range(), name.text());
        }
        // `A.super.f()` is the method of an interface above.
        Expression object =
                node.has("super") ? new Expression.Super(new TextRange(of.start(), of.end())) : lowering.expression(of);
        return new Expression.Field(new TextRange(node.start(), name.end()), object, name.text());
    }

    List<Argument> arguments(@Nullable SyntaxNode list) {
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode child : list == null ? List.<SyntaxNode>of() : list.children()) {
            arguments.add(new Argument(null, lowering.expression(child)));
        }
        return arguments;
    }

    /** {@code A::f} is the field {@code f}; {@code A::new} is the class, which makes an object when it is called. */
    private Expression reference(SyntaxNode node) {
        List<SyntaxNode> parts = node.children();
        SyntaxNode of = node.has("super") ? node.child("super") : node.firstChild();
        if (of == null) {
            return lowering.unknown(node);
        }
        return node.has("new")
                ? lowering.expression(of)
                : new Expression.Field(
                        node.range(), lowering.expression(of), parts.getLast().text());
    }

    private Expression creation(SyntaxNode node) {
        SyntaxNode type = node.field("type");
        if (type == null) {
            return lowering.unknown(node);
        }
        SyntaxNode first = node.firstChild();
        Expression made = lowering.expression(type);
        if (first != null
                && first.start() < type.start()
                && made instanceof Expression.Name name
                && isExpression(node)) {
            made = new Expression.Field(name.range(), lowering.expression(first), name.name());
        }
        SyntaxNode block = node.child("class_body");
        ClassDeclaration body = block == null ? null : lowering.classes().anonymous(type, block);
        return new Expression.New(node.range(), made, arguments(node.field("arguments")), body);
    }

    /** Whether it is {@code outer.new Inner()}. */
    private static boolean isExpression(SyntaxNode creation) {
        return creation.has(".");
    }

    private Expression array(SyntaxNode node) {
        SyntaxNode value = node.field("value");
        if (value != null) {
            return lowering.expression(value);
        }
        List<Expression> sizes = new ArrayList<>();
        for (SyntaxNode dimension : node.fields("dimensions")) {
            SyntaxNode size = dimension.firstChild();
            if (dimension.is("dimensions_expr") && size != null) {
                sizes.add(lowering.expression(size));
            }
        }
        return new Expression.Unknown(node.range(), "array", sizes);
    }

    private Expression assignment(SyntaxNode node) {
        String symbol = Lowering.text(node.field("operator"));
        Expression place = lowering.expression(node, "left");
        Expression value = lowering.expression(node, "right");
        if (!symbol.equals("=")) {
            Operator operator =
                    OPERATORS.getOrDefault(symbol.substring(0, Math.max(0, symbol.length() - 1)), Operator.OTHER);
            return again(node, place, operator, value);
        }
        return new Expression.Assign(node.range(), Lowering.place(place), value);
    }

    /** {@code a += b} assigns {@code a + b}; where {@code a} holds calls or assignments, it is not said twice. */
    private static Expression again(SyntaxNode node, Expression place, Operator operator, Expression value) {
        return new Expression.Assign(
                node.range(),
                Lowering.place(place),
                new Expression.Binary(node.range(), operator, Lowering.before(place), value));
    }

    private Expression update(SyntaxNode node) {
        SyntaxNode operand = node.firstChild();
        if (operand == null) {
            return lowering.unknown(node);
        }
        Operator operator = node.has("++") ? Operator.ADD : Operator.SUBTRACT;
        Expression one = new Expression.Number(node.range(), "1");
        return again(node, lowering.expression(operand), operator, one);
    }

    private Expression unary(SyntaxNode node) {
        Expression operand = lowering.expression(node, "operand");
        return switch (Lowering.text(node.field("operator"))) {
            case "!" -> new Expression.Unary(node.range(), Operator.NOT, operand);
            case "-" -> new Expression.Unary(node.range(), Operator.SUBTRACT, operand);
            case "+" -> operand;
            default -> new Expression.Unary(node.range(), Operator.OTHER, operand);
        };
    }

    /** {@code x instanceof A a} assigns {@code a}; so do the variables of a record's pattern. */
    private Expression instance(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode pattern = node.field("pattern");
        SyntaxNode type = node.field("right");
        SyntaxNode name = node.field("name");
        Expression value = lowering.expression(node, "left");
        if (pattern != null) {
            Target target = lowering.switches().pattern(pattern);
            value = new Expression.Assign(pattern.range(), target, value);
            type = pattern.firstChild();
        } else if (name != null && type != null) {
            Target target = new Target.Variable(name.range(), name.text(), true, JavaTypes.declared(type));
            value = new Expression.Assign(name.range(), target, value);
        }
        Expression of = type == null
                ? new Expression.Unknown(range, "syntax error", List.of())
                : new Expression.Name(type.range(), JavaTypes.type(type).name());
        return new Expression.Binary(range, Operator.INSTANCE_OF, value, of);
    }
}
