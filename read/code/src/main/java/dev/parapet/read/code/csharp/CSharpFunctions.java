package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods, constructors, local functions, lambdas and accessors. */
final class CSharpFunctions {
    private final CSharpLowering lowering;
    /** Whether the function around gives values one by one. */
    private boolean yields;

    CSharpFunctions(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    /** Says that the function around gives values one by one. */
    void markIterator() {
        yields = true;
    }

    /** Whether it is a modifier of a declaration: {@code static}, {@code async}. */
    static boolean is(SyntaxNode node, String modifier) {
        for (SyntaxNode child : node.children()) {
            if (child.is("modifier") && child.text().equals(modifier)) {
                return true;
            }
        }
        return false;
    }

    /** A method, constructor, local function, operator or lambda. */
    FunctionDeclaration function(SyntaxNode node) {
        SyntaxNode name = node.field("name");
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (is(node, "async")) {
            modifiers.add(Modifier.ASYNC);
        }
        if (is(node, "static") && (node.is("method_declaration") || node.is("operator_declaration"))) {
            modifiers.add(Modifier.STATIC);
        } else if (node.is("constructor_declaration")) {
            modifiers.add(Modifier.CONSTRUCTOR);
        }
        List<Statement> before = new ArrayList<>();
        SyntaxNode initializer = node.child("constructor_initializer");
        if (initializer != null) {
            List<Argument> arguments = lowering.expressions().arguments(initializer.child("argument_list"));
            TextRange range = initializer.range();
            Expression of = initializer.has("base") ? new Expression.Super(range) : new Expression.This(range);
            before.add(new Statement.Evaluate(new Expression.Call(range, of, arguments)));
        }
        SyntaxNode returned = node.field("returns");
        TypeName returns = CSharpNames.optional(returned == null ? node.field("type") : returned);
        SyntaxNode body = node.field("body");
        return function(
                node,
                name,
                name == null ? operator(node) : CSharpNames.plain(name),
                modifiers,
                parameters(node.field("parameters")),
                node.is("lambda_expression") ? null : returns,
                before,
                body == null ? node.child("block") : body);
    }

    /** What an operator is called; lambdas have no name. */
    private static @Nullable String operator(SyntaxNode node) {
        return node.is("operator_declaration") || node.is("conversion_operator_declaration") ? "operator" : null;
    }

    /** An accessor of a property. */
    FunctionDeclaration accessor(
            SyntaxNode node, SyntaxNode property, @Nullable SyntaxNode body, boolean setter, @Nullable TypeName type) {
        Set<Modifier> modifiers = EnumSet.of(setter ? Modifier.SETTER : Modifier.GETTER);
        if (is(property, "static")) {
            modifiers.add(Modifier.STATIC);
        }
        SyntaxNode written = property.field("name");
        SyntaxNode name = written == null ? property : written;
        Target value = new Target.Variable(node.range(), "value", true, type);
        return function(
                node,
                name,
                written == null ? "Item" : CSharpNames.plain(written),
                modifiers,
                setter ? List.of(new Parameter(value, List.of())) : List.of(),
                setter ? null : type,
                List.of(),
                body);
    }

    private FunctionDeclaration function(
            SyntaxNode node,
            @Nullable SyntaxNode head,
            @Nullable String name,
            Set<Modifier> modifiers,
            List<Parameter> parameters,
            @Nullable TypeName returns,
            List<Statement> before,
            @Nullable SyntaxNode block) {
        boolean outer = yields;
        yields = false;
        List<Statement> body = new ArrayList<>(before);
        body(block, body);
        if (yields) {
            modifiers.add(Modifier.GENERATOR);
        }
        yields = outer;
        return new FunctionDeclaration(
                node.range(),
                head == null ? new TextRange(node.start(), node.start()) : head.range(),
                name,
                null,
                modifiers,
                parameters,
                returns,
                attributes(node),
                body);
    }

    /** A block, or an expression that is the result. */
    private void body(@Nullable SyntaxNode block, List<Statement> into) {
        SyntaxNode inner = block != null && block.is("arrow_expression_clause") ? block.firstChild() : block;
        if (inner == null) {
            return;
        }
        if (inner.is("block")) {
            into.addAll(lowering.statements(inner));
        } else {
            Expression value = lowering.expression(inner);
            into.add(new Statement.Return(value.range(), value));
        }
    }

    /** The parameters of a list, or the only one of a lambda. */
    List<Parameter> parameters(@Nullable SyntaxNode list) {
        if (list == null) {
            return List.of();
        }
        if (list.is("implicit_parameter") || list.is("identifier")) {
            return List.of(new Parameter(variable(list, null), List.of()));
        }
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list.children()) {
            switch (child.kind()) {
                case "parameter" -> parameters.add(parameter(child));
                case "implicit_parameter" -> parameters.add(new Parameter(variable(child, null), List.of()));
                default -> {}
            }
        }
        // `params string[] rest` is not in a node of its own.
        SyntaxNode rest = list.field("name");
        if (rest != null) {
            Target target = variable(rest, CSharpNames.optional(list.field("type")));
            parameters.add(new Parameter(new Target.Rest(rest.range(), target, false), List.of()));
        }
        return parameters;
    }

    private Parameter parameter(SyntaxNode node) {
        SyntaxNode name = node.field("name");
        Target target = name == null
                ? new Target.Unknown(node.range())
                : variable(name, CSharpNames.optional(node.field("type")));
        for (SyntaxNode child : node.children()) {
            // What has no name of its own is the default.
            if (child.fieldName().isEmpty() && !child.is("modifier") && !child.is("attribute_list")) {
                target = new Target.WithDefault(node.range(), target, lowering.expression(child));
            }
        }
        return new Parameter(target, attributes(node));
    }

    /** A parameter keeps its name where it is {@code _}, and with it its type. */
    private static Target variable(SyntaxNode name, @Nullable TypeName type) {
        return new Target.Variable(name.range(), CSharpNames.plain(name), true, type);
    }

    /** The attributes of a declaration: those with arguments are calls. */
    List<Expression> attributes(SyntaxNode node) {
        List<Expression> attributes = new ArrayList<>();
        for (SyntaxNode list : node.children()) {
            if (list.is("attribute_list")) {
                for (SyntaxNode attribute : list.children()) {
                    if (attribute.is("attribute")) {
                        attributes.add(attribute(attribute));
                    }
                }
            }
        }
        return attributes;
    }

    Expression attribute(SyntaxNode node) {
        Expression name = lowering.expression(node, "name");
        SyntaxNode list = node.child("attribute_argument_list");
        if (list == null) {
            return name;
        }
        List<Argument> arguments = new ArrayList<>();
        for (SyntaxNode argument : list.children()) {
            SyntaxNode value = CSharpTargets.last(argument);
            SyntaxNode left = value.is("assignment_expression") ? value.field("left") : argument.field("name");
            arguments.add(new Argument(
                    left == null ? null : left.text(),
                    value.is("assignment_expression")
                            ? lowering.expression(value, "right")
                            : lowering.expression(value)));
        }
        return new Expression.Call(node.range(), name, arguments);
    }
}
