package dev.parapet.read.code.java;

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

/** Statements and imports: https://docs.oracle.com/javase/specs/jls/se25/html/jls-14.html. */
final class JavaStatements {
    private final JavaLowering lowering;

    JavaStatements(JavaLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        switch (node.kind()) {
            case "import_declaration" -> imported(node, into);
            case "class_declaration",
                    "interface_declaration",
                    "record_declaration",
                    "enum_declaration",
                    "annotation_type_declaration" -> into.add(lowering.classes().type(node));
            case "method_declaration", "constructor_declaration" ->
                into.add(lowering.functions().method(node, lowering.statements(node.field("body"))));
            case "local_variable_declaration", "field_declaration", "constant_declaration" -> variables(node, into);
            case "expression_statement" -> into.add(new Statement.Evaluate(lowering.only(node)));
            case "return_statement" -> into.add(new Statement.Return(range, lowering.optional(node.firstChild())));
            // The only value that a `yield` can give is that of a switch, which is a function.
            case "yield_statement" -> into.add(new Statement.Return(range, lowering.optional(node.firstChild())));
            case "throw_statement" -> into.add(new Statement.Throw(range, lowering.optional(node.firstChild())));
            case "break_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
            case "continue_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            case "if_statement" ->
                into.add(new Statement.If(
                        range,
                        lowering.expression(node, "condition"),
                        block(node.field("consequence")),
                        block(node.field("alternative"))));
            case "while_statement" ->
                into.add(new Statement.Loop(range, lowering.expression(node, "condition"), block(node.field("body"))));
            case "do_statement" -> {
                List<Statement> body = block(node.field("body"));
                body.add(new Statement.Evaluate(lowering.expression(node, "condition")));
                into.add(new Statement.Loop(range, null, body));
            }
            case "for_statement" -> counted(node, into);
            case "enhanced_for_statement" -> into.add(each(node));
            case "switch_expression" -> lowering.switches().statement(node, into);
            case "try_statement", "try_with_resources_statement" -> attempt(node, into);
            case "synchronized_statement" -> {
                SyntaxNode lock = node.child("parenthesized_expression");
                if (lock != null) {
                    into.add(new Statement.Evaluate(lowering.expression(lock)));
                }
                into.addAll(block(node.field("body")));
            }
            case "labeled_statement" -> into.addAll(block(last(node)));
            case "assert_statement" ->
                node.children().forEach(child -> into.add(new Statement.Evaluate(lowering.expression(child))));
            case "block", "constructor_body", "static_initializer", "program" -> into.addAll(lowering.statements(node));
            case "package_declaration", "module_declaration", ";" -> {}
            default -> into.add(new Statement.Evaluate(lowering.expression(node)));
        }
    }

    /** A class is a member of its package, and a static member one of its class. */
    private static void imported(SyntaxNode node, List<Statement> into) {
        SyntaxNode name = node.firstChild();
        if (name == null) {
            return;
        }
        String path = JavaTypes.name(name.text());
        if (node.has("asterisk")) {
            into.add(new Statement.Import(node.range(), path, "*", null));
            return;
        }
        int dot = path.lastIndexOf('.');
        String symbol = path.substring(dot + 1);
        into.add(new Statement.Import(node.range(), dot < 0 ? "" : path.substring(0, dot), symbol, symbol));
    }

    private void variables(SyntaxNode node, List<Statement> into) {
        for (Expression annotation : lowering.annotations().of(node)) {
            if (annotation instanceof Expression.Call) {
                into.add(new Statement.Evaluate(annotation));
            }
        }
        TypeName type = JavaTypes.declared(node.field("type"));
        for (SyntaxNode declarator : node.fields("declarator")) {
            SyntaxNode name = declarator.field("name");
            SyntaxNode value = declarator.field("value");
            if (name == null) {
                continue;
            }
            Target.Variable variable = new Target.Variable(name.range(), name.text(), true, type);
            into.add(
                    value == null
                            ? new Statement.Declare(variable)
                            : new Statement.Evaluate(
                                    new Expression.Assign(declarator.range(), variable, lowering.expression(value))));
        }
    }

    /** What a block or a single statement does. */
    private List<Statement> block(@Nullable SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        if (node != null) {
            lowering.statement(node, statements);
        }
        return statements;
    }

    private static @Nullable SyntaxNode last(SyntaxNode node) {
        List<SyntaxNode> children = node.children();
        return children.isEmpty() ? null : children.getLast();
    }

    private void counted(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode init : node.fields("init")) {
            if (init.isNamed()) {
                lowering.statement(init, into);
            }
        }
        List<Statement> body = block(node.field("body"));
        for (SyntaxNode update : node.fields("update")) {
            if (update.isNamed()) {
                body.add(new Statement.Evaluate(lowering.expression(update)));
            }
        }
        into.add(new Statement.Loop(node.range(), lowering.optional(node.field("condition")), body));
    }

    private Statement each(SyntaxNode node) {
        Expression of = lowering.expression(node, "value");
        SyntaxNode name = node.field("name");
        List<Statement> body = new ArrayList<>();
        if (name != null) {
            Target target =
                    new Target.Variable(name.range(), name.text(), true, JavaTypes.declared(node.field("type")));
            Expression element = new Expression.Element(of.range(), of);
            body.add(new Statement.Evaluate(new Expression.Assign(name.range(), target, element)));
        }
        body.addAll(block(node.field("body")));
        return new Statement.Loop(node.range(), null, body);
    }

    private void attempt(SyntaxNode node, List<Statement> into) {
        List<Statement> body = new ArrayList<>();
        SyntaxNode resources = node.field("resources");
        for (SyntaxNode resource : resources == null ? List.<SyntaxNode>of() : resources.children()) {
            SyntaxNode name = resource.field("name");
            SyntaxNode value = resource.field("value");
            if (name != null && value != null) {
                Target target = new Target.Variable(
                        name.range(), name.text(), true, JavaTypes.declared(resource.field("type")));
                body.add(new Statement.Evaluate(
                        new Expression.Assign(resource.range(), target, lowering.expression(value))));
            }
        }
        body.addAll(block(node.field("body")));
        List<Statement.Handler> handlers = new ArrayList<>();
        List<Statement> finish = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            if (child.is("catch_clause")) {
                handlers.add(handler(child));
            } else if (child.is("finally_clause")) {
                finish.addAll(block(child.firstChild()));
            }
        }
        if (handlers.isEmpty() && finish.isEmpty()) {
            into.addAll(body);
        } else {
            into.add(new Statement.Try(node.range(), body, handlers, finish));
        }
    }

    private Statement.Handler handler(SyntaxNode node) {
        SyntaxNode parameter = node.child("catch_formal_parameter");
        SyntaxNode types = parameter == null ? null : parameter.child("catch_type");
        SyntaxNode name = parameter == null ? null : parameter.field("name");
        return new Statement.Handler(
                JavaTypes.all(types), name == null ? null : Lowering.text(name), block(node.field("body")));
    }
}
