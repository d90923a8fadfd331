package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes, and TypeScript's interfaces, enumerations and namespaces. */
final class EcmaScriptClasses {
    private final EcmaScriptLowering lowering;

    EcmaScriptClasses(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    ClassDeclaration type(SyntaxNode node, List<Expression> decorators) {
        List<TypeName> supers = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        SyntaxNode heritage = node.child("class_heritage");
        for (SyntaxNode child : heritage == null ? List.<SyntaxNode>of() : heritage.children()) {
            switch (child.kind()) {
                case "extends_clause" -> {
                    SyntaxNode value = child.field("value");
                    if (value != null) {
                        TypeName name = EcmaScriptTypes.type(value);
                        supers.add(new TypeName(name.name(), EcmaScriptTypes.arguments(child)));
                        evaluate(value, body);
                    }
                }
                case "implements_clause" -> child.children().forEach(it -> supers.add(EcmaScriptTypes.type(it)));
                default -> {
                    supers.add(EcmaScriptTypes.type(child));
                    evaluate(child, body);
                }
            }
        }
        members(node.field("body"), body);
        List<Expression> all = new ArrayList<>(decorators);
        all.addAll(lowering.functions().decorators(node));
        return declaration(node, supers, all, body);
    }

    /** A class that is made by an expression is made before it is extended. */
    private void evaluate(SyntaxNode value, List<Statement> into) {
        if (!value.is("identifier") && !value.is("member_expression")) {
            into.add(new Statement.Evaluate(lowering.expression(value)));
        }
    }

    private static ClassDeclaration declaration(
            SyntaxNode node, List<TypeName> supers, List<Expression> decorators, List<Statement> body) {
        SyntaxNode name = node.field("name");
        TextRange head = name == null ? new TextRange(node.start(), node.start()) : name.range();
        return new ClassDeclaration(node.range(), head, name == null ? null : name.text(), supers, decorators, body);
    }

    private void members(@Nullable SyntaxNode block, List<Statement> into) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            switch (member.kind()) {
                case "decorator" -> {
                    decorators.add(lowering.only(member));
                    continue;
                }
                case "method_definition" -> {
                    decorators.addAll(lowering.functions().decorators(member));
                    SyntaxNode name = member.field("name");
                    if (name != null && name.is("computed_property_name")) {
                        into.add(new Statement.Evaluate(lowering.only(name)));
                    }
                    into.add(lowering.functions().function(member, decorators));
                }
                case "field_definition", "public_field_definition" -> field(member, into);
                case "class_static_block" -> into.addAll(lowering.statements(member.field("body")));
                // These say what others look like.
                case "abstract_method_signature", "method_signature", "index_signature", "property_signature" -> {}
                default -> lowering.statement(member, into);
            }
            decorators.clear();
        }
    }

    private void field(SyntaxNode node, List<Statement> into) {
        SyntaxNode property = node.field("property");
        SyntaxNode name = property == null ? node.field("name") : property;
        for (Expression decorator : lowering.functions().decorators(node)) {
            into.add(new Statement.Evaluate(decorator));
        }
        if (name == null) {
            return;
        }
        if (name.is("computed_property_name")) {
            into.add(new Statement.Evaluate(lowering.only(name)));
        }
        Target.Variable variable = new Target.Variable(
                name.range(), EcmaScriptFunctions.name(name), true, EcmaScriptTypes.optional(node.field("type")));
        SyntaxNode value = node.field("value");
        into.add(
                value == null
                        ? new Statement.Declare(variable)
                        : new Statement.Evaluate(
                                new Expression.Assign(node.range(), variable, lowering.expression(value))));
    }

    /** An interface, or a type that is written like one: what its fields are. */
    void shape(SyntaxNode node, @Nullable SyntaxNode block, List<Statement> into) {
        List<Statement> body = new ArrayList<>();
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            SyntaxNode name = member.field("name");
            if (member.is("property_signature") && name != null) {
                body.add(new Statement.Declare(new Target.Variable(
                        name.range(),
                        EcmaScriptFunctions.name(name),
                        true,
                        EcmaScriptTypes.optional(member.field("type")))));
            }
        }
        into.add(declaration(node, List.of(), List.of(), body));
    }

    ClassDeclaration enumeration(SyntaxNode node) {
        List<Statement> body = new ArrayList<>();
        SyntaxNode block = node.field("body");
        int position = 0;
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            SyntaxNode assigned = member.is("enum_assignment") ? member.field("name") : member;
            SyntaxNode name = assigned == null ? member : assigned;
            Expression value = member.is("enum_assignment")
                    ? lowering.expression(member, "value")
                    : new Expression.Number(member.range(), String.valueOf(position));
            position++;
            Target target = new Target.Variable(name.range(), EcmaScriptFunctions.name(name), true, null);
            body.add(new Statement.Evaluate(new Expression.Assign(member.range(), target, value)));
        }
        return declaration(node, List.of(), List.of(), body);
    }

    /** A namespace is a class whose fields are what is declared in it. */
    ClassDeclaration namespace(SyntaxNode node) {
        List<Statement> body = lowering.statements(node.field("body"));
        body.removeIf(statement -> statement instanceof Statement.Export);
        SyntaxNode name = node.field("name");
        return new ClassDeclaration(
                node.range(),
                name == null ? new TextRange(node.start(), node.start()) : name.range(),
                name == null ? null : Lowering.text(name),
                List.of(),
                List.of(),
                body);
    }
}
