package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions, methods and arrow functions: https://tc39.es/ecma262/#sec-ecmascript-language-functions-and-classes. */
final class EcmaScriptFunctions {
    private final EcmaScriptLowering lowering;

    EcmaScriptFunctions(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    FunctionDeclaration function(SyntaxNode node, List<Expression> decorators) {
        SyntaxNode name = node.field("name");
        String called = name == null ? null : name(name);
        Set<Modifier> modifiers = modifiers(node);
        boolean constructor = node.is("method_definition") && "constructor".equals(called);
        if (constructor) {
            modifiers.add(Modifier.CONSTRUCTOR);
        }
        List<Statement> body = new ArrayList<>();
        List<Parameter> parameters = parameters(node, body);
        SyntaxNode block = node.field("body");
        if (block != null && !block.is("statement_block")) {
            Expression value = lowering.expression(block);
            body.add(new Statement.Return(value.range(), value));
        } else {
            body.addAll(lowering.statements(block));
        }
        return new FunctionDeclaration(
                node.range(),
                name == null ? new TextRange(node.start(), node.start()) : name.range(),
                called,
                null,
                modifiers,
                parameters,
                EcmaScriptTypes.optional(node.field("return_type")),
                decorators,
                body);
    }

    /** The name of a method or field: {@code x}, {@code 'x'}, {@code #x}. */
    static String name(SyntaxNode node) {
        return node.is("string") ? EcmaScriptText.unquote(node.text()) : node.text();
    }

    private static Set<Modifier> modifiers(SyntaxNode node) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (SyntaxNode child : node.allChildren()) {
            switch (child.kind()) {
                case "async" -> modifiers.add(Modifier.ASYNC);
                case "*" -> modifiers.add(Modifier.GENERATOR);
                case "static" -> modifiers.add(Modifier.STATIC);
                case "get" -> modifiers.add(Modifier.GETTER);
                case "set" -> modifiers.add(Modifier.SETTER);
                default -> {}
            }
        }
        return modifiers;
    }

    /** The parameters; those of a TypeScript constructor that are fields too are assigned to them in the body. */
    private List<Parameter> parameters(SyntaxNode node, List<Statement> body) {
        List<Parameter> parameters = new ArrayList<>();
        SyntaxNode single = node.field("parameter");
        SyntaxNode list = node.field("parameters");
        if (single != null) {
            parameters.add(new Parameter(lowering.targets().declared(single, null), List.of()));
        }
        for (SyntaxNode child : list == null ? List.<SyntaxNode>of() : list.children()) {
            SyntaxNode pattern = child.field("pattern");
            if (pattern == null) {
                parameters.add(new Parameter(lowering.targets().declared(child, null), List.of()));
            } else if (!pattern.is("this")) {
                parameters.add(typed(child, pattern));
                if (child.has("accessibility_modifier") || child.has("readonly")) {
                    body.add(field(pattern));
                }
            }
        }
        return parameters;
    }

    private Parameter typed(SyntaxNode node, SyntaxNode pattern) {
        Target target = lowering.targets().declared(pattern, EcmaScriptTypes.optional(node.field("type")));
        SyntaxNode value = node.field("value");
        return new Parameter(
                value == null ? target : new Target.WithDefault(node.range(), target, lowering.expression(value)),
                decorators(node));
    }

    private static Statement field(SyntaxNode name) {
        TextRange range = name.range();
        Expression.Field field = new Expression.Field(range, new Expression.This(range), name.text());
        return new Statement.Evaluate(
                new Expression.Assign(range, new Target.Member(field), new Expression.Name(range, name.text())));
    }

    /** The decorators that are children of a node. */
    List<Expression> decorators(@Nullable SyntaxNode node) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode child : node == null ? List.<SyntaxNode>of() : node.children()) {
            if (child.is("decorator")) {
                decorators.add(lowering.only(child));
            }
        }
        return decorators;
    }

    /** The name of a declaration, or nothing. */
    static String declaredName(SyntaxNode node) {
        return Lowering.text(node.field("name"));
    }
}
