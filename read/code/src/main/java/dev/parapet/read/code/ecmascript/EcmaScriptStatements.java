package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements: https://tc39.es/ecma262/#sec-ecmascript-language-statements-and-declarations. */
final class EcmaScriptStatements {
    private final EcmaScriptLowering lowering;

    EcmaScriptStatements(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        switch (node.kind()) {
            case "expression_statement" -> expressionStatement(node, into);
            case "lexical_declaration", "variable_declaration", "using_declaration" -> declarations(node, into);
            case "function_declaration", "generator_function_declaration" ->
                into.add(lowering.functions().function(node, List.of()));
            case "class_declaration", "abstract_class_declaration" ->
                into.add(lowering.classes().type(node, List.of()));
            case "interface_declaration" -> lowering.classes().shape(node, node.field("body"), into);
            case "type_alias_declaration" -> {
                SyntaxNode value = node.field("value");
                if (value != null && value.is("object_type")) {
                    lowering.classes().shape(node, value, into);
                }
            }
            case "enum_declaration" -> into.add(lowering.classes().enumeration(node));
            case "internal_module", "module" -> into.add(lowering.classes().namespace(node));
            case "import_statement" -> lowering.modules().imports(node, into);
            case "export_statement" -> lowering.modules().exports(node, into);
            case "import_alias" -> alias(node, into);
            case "return_statement" -> into.add(new Statement.Return(range, lowering.optional(node.firstChild())));
            case "throw_statement" -> into.add(new Statement.Throw(range, lowering.optional(node.firstChild())));
            case "if_statement" -> {
                SyntaxNode alternative = node.field("alternative");
                into.add(new Statement.If(
                        range,
                        lowering.expression(node, "condition"),
                        block(node.field("consequence")),
                        alternative == null ? List.of() : block(alternative.firstChild())));
            }
            case "for_statement" -> counted(node, into);
            case "for_in_statement" -> into.add(each(node));
            case "while_statement" ->
                into.add(new Statement.Loop(range, lowering.expression(node, "condition"), block(node.field("body"))));
            case "do_statement" -> {
                List<Statement> body = block(node.field("body"));
                body.add(new Statement.Evaluate(lowering.expression(node, "condition")));
                into.add(new Statement.Loop(range, null, body));
            }
            case "switch_statement" -> into.add(choice(node));
            case "try_statement" -> into.add(attempt(node));
            case "break_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
            case "continue_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            case "labeled_statement" -> into.addAll(block(node.field("body")));
            case "with_statement" -> {
                into.add(new Statement.Evaluate(lowering.expression(node, "object")));
                into.addAll(block(node.field("body")));
            }
            case "statement_block", "program" -> into.addAll(lowering.statements(node));
            // These do nothing, or say of which type something is that is elsewhere.
            case "empty_statement",
                    "debugger_statement",
                    "hash_bang_line",
                    "ambient_declaration",
                    "function_signature" -> {}
            default -> into.add(new Statement.Evaluate(lowering.expression(node)));
        }
    }

    private void expressionStatement(SyntaxNode node, List<Statement> into) {
        SyntaxNode only = node.firstChild();
        if (only == null || only.is("string")) {
            // A directive such as "use strict".
            return;
        }
        switch (only.kind()) {
            case "internal_module" -> lowering.statement(only, into);
            case "sequence_expression" ->
                lowering.expressions(only.children()).forEach(value -> into.add(new Statement.Evaluate(value)));
            default -> into.add(new Statement.Evaluate(lowering.expression(only)));
        }
    }

    private void declarations(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode declarator : node.children()) {
            SyntaxNode name = declarator.field("name");
            SyntaxNode value = declarator.field("value");
            if (name == null) {
                lowering.statement(declarator, into);
                continue;
            }
            Target target = lowering.targets().declared(name, EcmaScriptTypes.optional(declarator.field("type")));
            if (value != null) {
                into.add(new Statement.Evaluate(
                        new Expression.Assign(declarator.range(), target, lowering.expression(value))));
            } else if (target instanceof Target.Variable variable) {
                into.add(new Statement.Declare(variable));
            }
        }
    }

    private void alias(SyntaxNode node, List<Statement> into) {
        List<SyntaxNode> parts = node.children();
        if (parts.size() == 2) {
            into.add(new Statement.Evaluate(new Expression.Assign(
                    node.range(),
                    lowering.targets().declared(parts.getFirst(), null),
                    lowering.expression(parts.getLast()))));
        }
    }

    /** The statements of a block, or a single one without braces. */
    private List<Statement> block(@Nullable SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        if (node != null) {
            lowering.statement(node, statements);
        }
        return statements;
    }

    private void counted(SyntaxNode node, List<Statement> into) {
        into.addAll(block(node.field("initializer")));
        @Nullable Expression condition = null;
        for (SyntaxNode part : node.fields("condition")) {
            condition = condition == null ? lowering.condition(part) : condition;
        }
        List<Statement> body = block(node.field("body"));
        SyntaxNode increment = node.field("increment");
        if (increment != null) {
            body.add(new Statement.Evaluate(lowering.expression(increment)));
        }
        into.add(new Statement.Loop(node.range(), condition, body));
    }

    private Statement each(SyntaxNode node) {
        SyntaxNode left = node.field("left");
        Expression of = lowering.expression(node, "right");
        List<Statement> body = new ArrayList<>();
        if (left != null) {
            Target target = node.field("kind") == null
                    ? lowering.targets().assigned(left)
                    : lowering.targets().declared(left, null);
            Expression element = new Expression.Element(of.range(), of);
            body.add(new Statement.Evaluate(new Expression.Assign(left.range(), target, element)));
        }
        body.addAll(block(node.field("body")));
        return new Statement.Loop(node.range(), null, body);
    }

    private Statement choice(SyntaxNode node) {
        List<Statement.Case> cases = new ArrayList<>();
        SyntaxNode body = node.field("body");
        for (SyntaxNode child : body == null ? List.<SyntaxNode>of() : body.children()) {
            SyntaxNode value = child.field("value");
            List<Statement> statements = new ArrayList<>();
            child.fields("body").forEach(statement -> lowering.statement(statement, statements));
            cases.add(new Statement.Case(
                    value == null ? List.of() : List.of(lowering.expression(value)),
                    null,
                    statements.isEmpty() || !leaves(statements.getLast()),
                    statements));
        }
        return new Statement.Switch(node.range(), lowering.expression(node, "value"), cases);
    }

    private static boolean leaves(Statement statement) {
        return statement instanceof Statement.Return
                || statement instanceof Statement.Throw
                || statement instanceof Statement.Jump;
    }

    private Statement attempt(SyntaxNode node) {
        List<Statement.Handler> handlers = new ArrayList<>();
        SyntaxNode handler = node.field("handler");
        if (handler != null) {
            SyntaxNode parameter = handler.field("parameter");
            String name = parameter != null && parameter.is("identifier") ? parameter.text() : null;
            handlers.add(new Statement.Handler(List.of(), name, lowering.statements(handler.field("body"))));
        }
        SyntaxNode finalizer = node.field("finalizer");
        return new Statement.Try(
                node.range(),
                lowering.statements(node.field("body")),
                handlers,
                finalizer == null ? List.of() : lowering.statements(finalizer.field("body")));
    }
}
