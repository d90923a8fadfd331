package dev.parapet.read.code.csharp;

import dev.parapet.model.code.ClassDeclaration;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Classes, records, structs, interfaces and enumerations. */
final class CSharpTypes {
    private final CSharpLowering lowering;

    CSharpTypes(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    ClassDeclaration type(SyntaxNode node) {
        SyntaxNode name = node.field("name");
        List<TypeName> supers = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        SyntaxNode bases = node.child("base_list");
        SyntaxNode primary = node.child("parameter_list");
        List<Statement> constructed = new ArrayList<>();
        for (SyntaxNode base : bases == null ? List.<SyntaxNode>of() : bases.children()) {
            if (base.is("argument_list")) {
                called(base, constructed);
                continue;
            }
            supers.add(CSharpNames.type(base));
            SyntaxNode arguments = base.child("argument_list");
            if (arguments != null) {
                called(arguments, constructed);
            }
        }
        if (primary != null) {
            primary(primary, name, constructed, body);
        }
        SyntaxNode members = node.field("body");
        for (SyntaxNode member : members == null ? List.<SyntaxNode>of() : members.children()) {
            if (node.is("enum_declaration")) {
                constant(member, body);
            } else {
                lowering.statement(member, body);
            }
        }
        return new ClassDeclaration(
                node.range(),
                name == null ? new TextRange(node.start(), node.start()) : name.range(),
                name == null ? null : CSharpNames.plain(name),
                supers,
                lowering.functions().attributes(node),
                body);
    }

    private void called(SyntaxNode arguments, List<Statement> into) {
        TextRange range = arguments.range();
        into.add(new Statement.Evaluate(new Expression.Call(
                range, new Expression.Super(range), lowering.expressions().arguments(arguments))));
    }

    /** The parameters of a class are fields that its constructor is given. */
    private void primary(
            SyntaxNode list, @Nullable SyntaxNode name, List<Statement> constructed, List<Statement> body) {
        List<Parameter> parameters = lowering.functions().parameters(list);
        List<Statement> assignments = new ArrayList<>(constructed);
        for (Parameter parameter : parameters) {
            Target target = parameter.target() instanceof Target.WithDefault it ? it.target() : parameter.target();
            if (target instanceof Target.Variable variable) {
                body.add(new Statement.Declare(variable));
                TextRange range = variable.range();
                Expression.Field field = new Expression.Field(range, new Expression.This(range), variable.name());
                assignments.add(new Statement.Evaluate(new Expression.Assign(
                        range, new Target.Member(field), new Expression.Name(range, variable.name()))));
            }
        }
        body.add(new FunctionDeclaration(
                list.range(),
                name == null ? new TextRange(list.start(), list.start()) : name.range(),
                name == null ? "constructor" : CSharpNames.plain(name),
                null,
                Set.of(Modifier.CONSTRUCTOR),
                parameters,
                null,
                List.of(),
                assignments));
    }

    private void constant(SyntaxNode member, List<Statement> body) {
        SyntaxNode name = member.field("name");
        SyntaxNode value = member.field("value");
        if (name == null) {
            lowering.statement(member, body);
            return;
        }
        body.add(new Statement.Evaluate(new Expression.Assign(
                member.range(),
                CSharpTargets.declared(name, null),
                value == null ? new Expression.Text(name.range(), name.text()) : lowering.expression(value))));
    }

    /** A property is a field, or what its accessors do. */
    void property(SyntaxNode node, List<Statement> body) {
        SyntaxNode name = node.field("name");
        TypeName type = CSharpNames.optional(node.field("type"));
        SyntaxNode value = node.field("value");
        SyntaxNode accessors = node.field("accessors");
        for (Expression attribute : lowering.functions().attributes(node)) {
            body.add(new Statement.Evaluate(attribute));
        }
        if (name == null) {
            indexer(node, value, accessors, body);
            return;
        }
        if (value != null && value.is("arrow_expression_clause")) {
            body.add(lowering.functions().accessor(node, node, value, false, type));
            return;
        }
        boolean computed = false;
        for (SyntaxNode accessor : accessors == null ? List.<SyntaxNode>of() : accessors.children()) {
            SyntaxNode block = accessor.field("body");
            if (block != null) {
                computed |= accessor.has("get");
                body.add(lowering.functions().accessor(accessor, node, block, !accessor.has("get"), type));
            }
        }
        if (!computed || value != null) {
            declare(node, name, type, value, body);
        }
    }

    /** What an indexer does has no name to be called by. */
    private void indexer(
            SyntaxNode node, @Nullable SyntaxNode value, @Nullable SyntaxNode accessors, List<Statement> body) {
        if (value != null) {
            body.add(lowering.functions().accessor(node, node, value, false, null));
        }
        for (SyntaxNode accessor : accessors == null ? List.<SyntaxNode>of() : accessors.children()) {
            SyntaxNode block = accessor.field("body");
            if (block != null) {
                body.add(lowering.functions().accessor(accessor, node, block, !accessor.has("get"), null));
            }
        }
    }

    private void declare(
            SyntaxNode node,
            SyntaxNode name,
            @Nullable TypeName type,
            @Nullable SyntaxNode value,
            List<Statement> body) {
        Target.Variable variable = new Target.Variable(name.range(), CSharpNames.plain(name), true, type);
        body.add(
                value == null
                        ? new Statement.Declare(variable)
                        : new Statement.Evaluate(new Expression.Assign(
                                node.range(), variable, lowering.objects().value(value, node.field("type")))));
    }
}
