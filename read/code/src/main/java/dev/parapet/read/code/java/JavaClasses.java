package dev.parapet.read.code.java;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes, interfaces, records and enumerations: https://docs.oracle.com/javase/specs/jls/se25/html/jls-8.html. */
final class JavaClasses {
    private final JavaLowering lowering;

    JavaClasses(JavaLowering lowering) {
        this.lowering = lowering;
    }

    ClassDeclaration type(SyntaxNode node) {
        SyntaxNode name = node.field("name");
        List<TypeName> supers = new ArrayList<>(JavaTypes.all(node.field("superclass")));
        supers.addAll(JavaTypes.all(node.field("interfaces")));
        supers.addAll(JavaTypes.all(node.child("extends_interfaces")));
        List<Expression> annotations = lowering.annotations().of(node);
        List<Statement> body = new ArrayList<>();
        SyntaxNode block = node.field("body");
        if (node.is("record_declaration")) {
            record(node, block, body);
        } else if (block != null && block.is("enum_body")) {
            constants(block, Lowering.text(name), body);
        } else {
            members(block, body);
        }
        JavaAccessors.add(annotations, block, body);
        return new ClassDeclaration(
                node.range(), head(node, name), name == null ? null : name.text(), supers, annotations, body);
    }

    /** What {@code new A() { … }} adds to {@code A}. */
    ClassDeclaration anonymous(SyntaxNode type, SyntaxNode block) {
        List<Statement> body = new ArrayList<>();
        members(block, body);
        return new ClassDeclaration(
                block.range(), head(block, null), null, List.of(JavaTypes.type(type)), List.of(), body);
    }

    private static TextRange head(SyntaxNode node, @Nullable SyntaxNode name) {
        return name == null ? new TextRange(node.start(), node.start()) : name.range();
    }

    private void members(@Nullable SyntaxNode block, List<Statement> into) {
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            // A method without a body says what others look like.
            boolean declared = member.is("method_declaration") && member.field("body") == null;
            if (!declared && !member.is("annotation_type_element_declaration")) {
                lowering.statement(member, into);
            }
        }
    }

    /** The constants are fields that are made when the class is loaded. */
    private void constants(SyntaxNode block, String type, List<Statement> into) {
        for (SyntaxNode child : block.children()) {
            switch (child.kind()) {
                case "enum_constant" -> {
                    SyntaxNode name = child.field("name");
                    SyntaxNode inside = child.field("body");
                    if (name != null) {
                        ClassDeclaration body = inside == null ? null : constantBody(type, inside);
                        List<Argument> arguments = lowering.expressions().arguments(child.field("arguments"));
                        Expression made = new Expression.New(
                                child.range(), new Expression.Name(name.range(), type), arguments, body);
                        Target target = new Target.Variable(name.range(), name.text(), true, null);
                        into.add(new Statement.Evaluate(new Expression.Assign(child.range(), target, made)));
                    }
                }
                case "enum_body_declarations" -> members(child, into);
                default -> lowering.statement(child, into);
            }
        }
    }

    private ClassDeclaration constantBody(String type, SyntaxNode block) {
        List<Statement> body = new ArrayList<>();
        members(block, body);
        return new ClassDeclaration(
                block.range(), head(block, null), null, List.of(TypeName.of(type)), List.of(), body);
    }

    /**
     * A record's fields, its constructor and its accessors, as far as they are not written:
     * https://docs.oracle.com/javase/specs/jls/se25/html/jls-8.html#jls-8.10.
     */
    private void record(SyntaxNode node, @Nullable SyntaxNode block, List<Statement> into) {
        List<Parameter> components = lowering.functions().parameters(node.field("parameters"));
        List<Target.Variable> fields = new ArrayList<>();
        for (Parameter component : components) {
            if (component.target() instanceof Target.Variable field) {
                fields.add(field);
                into.add(new Statement.Declare(field));
            }
        }
        List<Statement> compact = new ArrayList<>();
        boolean written = false;
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            if (member.is("compact_constructor_declaration")) {
                compact.addAll(lowering.statements(member.field("body")));
            }
            SyntaxNode own = member.is("constructor_declaration") ? member.field("parameters") : null;
            written |= own != null && own.children().size() == components.size();
        }
        if (!written) {
            compact.addAll(JavaAccessors.assignments(fields));
            into.add(JavaAccessors.constructor(node.range(), components, compact));
        }
        List<Statement> members = new ArrayList<>();
        for (SyntaxNode member : block == null ? List.<SyntaxNode>of() : block.children()) {
            if (!member.is("compact_constructor_declaration")) {
                lowering.statement(member, members);
            }
        }
        for (Target.Variable field : fields) {
            boolean own = members.stream()
                    .anyMatch(it -> it instanceof FunctionDeclaration function
                            && field.name().equals(function.name())
                            && function.parameters().isEmpty());
            if (!own) {
                into.add(JavaAccessors.getter(field, field.name()));
            }
        }
        into.addAll(members);
    }
}
