package dev.parapet.read.code.java;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods, constructors and lambdas: https://docs.oracle.com/javase/specs/jls/se25/html/jls-8.html#jls-8.4. */
final class JavaFunctions {
    /** What a constructor is called, as in class files: by its own name it would hide its class. */
    static final String CONSTRUCTOR = "<init>";

    private final JavaLowering lowering;

    JavaFunctions(JavaLowering lowering) {
        this.lowering = lowering;
    }

    /** A method or constructor. */
    FunctionDeclaration method(SyntaxNode node, List<Statement> body) {
        SyntaxNode name = node.field("name");
        boolean constructor = node.is("constructor_declaration");
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (constructor) {
            modifiers.add(Modifier.CONSTRUCTOR);
        }
        if (JavaAnnotations.has(node, "static")) {
            modifiers.add(Modifier.STATIC);
        }
        SyntaxNode returns = node.field("type");
        return new FunctionDeclaration(
                node.range(),
                head(name, node),
                constructor ? CONSTRUCTOR : Lowering.text(name),
                null,
                modifiers,
                parameters(node.field("parameters")),
                returns == null ? null : JavaTypes.type(returns),
                lowering.annotations().of(node),
                body);
    }

    private static TextRange head(@Nullable SyntaxNode name, SyntaxNode node) {
        return name == null ? new TextRange(node.start(), node.start()) : name.range();
    }

    /** The parameters of a method, constructor, record or lambda. */
    List<Parameter> parameters(@Nullable SyntaxNode list) {
        List<Parameter> parameters = new ArrayList<>();
        if (list == null) {
            return parameters;
        }
        if (list.is("identifier")) {
            parameters.add(untyped(list));
            return parameters;
        }
        for (SyntaxNode child : list.children()) {
            SyntaxNode name = child.field("name");
            switch (child.kind()) {
                case "identifier" -> parameters.add(untyped(child));
                case "formal_parameter" -> {
                    if (name != null) {
                        TypeName type = JavaTypes.declared(child.field("type"));
                        parameters.add(new Parameter(
                                new Target.Variable(name.range(), name.text(), true, type),
                                lowering.annotations().of(child)));
                    }
                }
                case "spread_parameter" -> rest(child, parameters);
                default -> {}
            }
        }
        return parameters;
    }

    private void rest(SyntaxNode node, List<Parameter> into) {
        SyntaxNode declarator = node.child("variable_declarator");
        SyntaxNode name = declarator == null ? null : declarator.field("name");
        if (name != null) {
            Target.Variable variable = new Target.Variable(name.range(), name.text(), true, null);
            into.add(new Parameter(
                    new Target.Rest(node.range(), variable, false),
                    lowering.annotations().of(node)));
        }
    }

    private static Parameter untyped(SyntaxNode name) {
        return new Parameter(new Target.Variable(name.range(), name.text(), true, null), List.of());
    }

    FunctionDeclaration lambda(SyntaxNode node) {
        SyntaxNode block = node.field("body");
        List<Statement> body = new ArrayList<>();
        if (block != null && block.is("block")) {
            body.addAll(lowering.statements(block));
        } else if (block != null) {
            Expression value = lowering.expression(block);
            body.add(new Statement.Return(value.range(), value));
        }
        return new FunctionDeclaration(
                node.range(),
                new TextRange(node.start(), node.start()),
                null,
                null,
                Set.of(),
                parameters(node.field("parameters")),
                null,
                List.of(),
                body);
    }
}
