package dev.parapet.read.code.csharp;

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

/** Statements and declarations: https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/statements. */
final class CSharpStatements {
    private final CSharpLowering lowering;

    CSharpStatements(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        switch (node.kind()) {
            case "using_directive" -> using(node, into);
            // The namespace is the file's, and says nothing of what is in it.
            case "namespace_declaration" -> into.addAll(lowering.statements(node.field("body")));
            case "file_scoped_namespace_declaration" -> {
                for (SyntaxNode child : node.children()) {
                    if (child.fieldName().isEmpty()) {
                        lowering.statement(child, into);
                    }
                }
            }
            case "global_attribute" ->
                node.children().forEach(it -> {
                    if (it.is("attribute")) {
                        into.add(new Statement.Evaluate(lowering.functions().attribute(it)));
                    }
                });
            case "class_declaration",
                    "struct_declaration",
                    "record_declaration",
                    "record_struct_declaration",
                    "interface_declaration",
                    "enum_declaration" -> into.add(lowering.types().type(node));
            case "method_declaration",
                    "constructor_declaration",
                    "destructor_declaration",
                    "operator_declaration",
                    "conversion_operator_declaration",
                    "local_function_statement" -> function(node, into);
            case "property_declaration", "indexer_declaration", "event_declaration" ->
                lowering.types().property(node, into);
            case "field_declaration", "event_field_declaration" -> {
                lowering.functions().attributes(node).forEach(it -> into.add(new Statement.Evaluate(it)));
                declared(node.child("variable_declaration"), into);
            }
            case "local_declaration_statement" -> declared(node.child("variable_declaration"), into);
            case "variable_declaration" -> declared(node, into);
            case "global_statement", "block", "checked_statement", "unsafe_statement" ->
                into.addAll(lowering.statements(node));
            case "expression_statement" -> into.add(new Statement.Evaluate(lowering.only(node)));
            case "return_statement" -> into.add(new Statement.Return(range, lowering.optional(node.firstChild())));
            case "throw_statement" -> into.add(new Statement.Throw(range, lowering.optional(node.firstChild())));
            case "yield_statement" -> {
                lowering.functions().markIterator();
                into.add(
                        node.has("break")
                                ? new Statement.Return(range, null)
                                : new Statement.Evaluate(
                                        new Expression.Yield(range, lowering.optional(node.firstChild()))));
            }
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
            case "foreach_statement" -> each(node, into);
            case "switch_statement" -> lowering.patterns().statement(node, into);
            case "try_statement" -> into.add(attempt(node));
            case "using_statement", "lock_statement", "fixed_statement" -> within(node, into);
            case "labeled_statement" -> {
                SyntaxNode last = CSharpTargets.last(node);
                if (!last.is("identifier")) {
                    lowering.statement(last, into);
                }
            }
            case "break_statement", "goto_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
            case "continue_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            // These declare nothing that is called, or are for the compiler.
            case "empty_statement",
                    "delegate_declaration",
                    "extern_alias_directive",
                    "preproc_region",
                    "preproc_endregion",
                    "preproc_nullable",
                    "preproc_pragma",
                    "preproc_define",
                    "preproc_undef",
                    "preproc_line",
                    "preproc_error",
                    "preproc_warning",
                    "shebang_directive" -> {}
            // All branches are read.
            case "preproc_if", "preproc_elif", "preproc_else" ->
                node.children().forEach(it -> {
                    if (!it.fieldName().equals("condition")) {
                        lowering.statement(it, into);
                    }
                });
            default -> into.add(new Statement.Evaluate(lowering.expression(node)));
        }
    }

    /** {@code using X;} gives names to all that is in X; an alias is what it names. */
    private void using(SyntaxNode node, List<Statement> into) {
        SyntaxNode alias = node.field("name");
        SyntaxNode target = CSharpTargets.last(node);
        if (alias == null) {
            into.add(new Statement.Import(node.range(), target.text().replaceAll("\\s", ""), "*", null));
            return;
        }
        SyntaxNode name = target.is("qualified_name") ? target.field("name") : target;
        into.add(new Statement.Evaluate(new Expression.Assign(
                node.range(),
                CSharpTargets.declared(alias, null),
                lowering.objects().type(name == null ? target : name))));
    }

    /** A method without a body says what others look like. */
    private void function(SyntaxNode node, List<Statement> into) {
        SyntaxNode body = node.field("body");
        if (body != null && node.is("constructor_declaration") && CSharpFunctions.is(node, "static")) {
            // It runs when the class is first used.
            into.addAll(lowering.statements(body));
        } else if (body != null) {
            into.add(lowering.functions().function(node));
        } else {
            lowering.functions().attributes(node).forEach(it -> into.add(new Statement.Evaluate(it)));
        }
    }

    private List<Statement> block(@Nullable SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        if (node != null) {
            lowering.statement(node, statements);
        }
        return statements;
    }

    private void declared(@Nullable SyntaxNode node, List<Statement> into) {
        SyntaxNode type = node == null ? null : node.field("type");
        TypeName name = CSharpNames.optional(type);
        for (SyntaxNode declarator : node == null ? List.<SyntaxNode>of() : node.children()) {
            SyntaxNode called = declarator.field("name") == null ? declarator.firstChild() : declarator.field("name");
            if (!declarator.is("variable_declarator") || called == null) {
                continue;
            }
            SyntaxNode value = CSharpTargets.last(declarator);
            Target target = called.is("identifier")
                    ? CSharpTargets.declared(called, name)
                    : lowering.targets().assigned(called);
            if (value.number() != called.number() && !value.is("bracketed_argument_list")) {
                into.add(new Statement.Evaluate(new Expression.Assign(
                        declarator.range(), target, lowering.objects().value(value, type))));
            } else if (target instanceof Target.Variable variable) {
                into.add(new Statement.Declare(variable));
            }
        }
    }

    private void counted(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode initializer : node.fields("initializer")) {
            if (initializer.isNamed()) {
                lowering.statement(initializer, into);
            }
        }
        SyntaxNode condition = node.field("condition");
        List<Statement> body = block(node.field("body"));
        for (SyntaxNode update : node.fields("update")) {
            if (update.isNamed()) {
                body.add(new Statement.Evaluate(lowering.expression(update)));
            }
        }
        into.add(new Statement.Loop(node.range(), lowering.optional(condition), body));
    }

    private void each(SyntaxNode node, List<Statement> into) {
        SyntaxNode left = node.field("left");
        Expression of = lowering.expression(node, "right");
        List<Statement> body = new ArrayList<>();
        if (left != null) {
            Target target = left.is("identifier")
                    ? CSharpTargets.declared(left, CSharpNames.optional(node.field("type")))
                    : lowering.targets().assigned(left);
            body.add(new Statement.Evaluate(
                    new Expression.Assign(left.range(), target, new Expression.Element(of.range(), of))));
        }
        body.addAll(block(node.field("body")));
        into.add(new Statement.Loop(node.range(), null, body));
    }

    /** What is let go of at the end is only assigned. */
    private void within(SyntaxNode node, List<Statement> into) {
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "variable_declaration" -> declared(child, into);
                default -> lowering.statement(child, into);
            }
        }
    }

    private Statement attempt(SyntaxNode node) {
        List<Statement.Handler> handlers = new ArrayList<>();
        List<Statement> finish = new ArrayList<>();
        for (SyntaxNode clause : node.children()) {
            switch (clause.kind()) {
                case "catch_clause" -> handlers.add(handler(clause));
                case "finally_clause" -> finish.addAll(lowering.statements(clause.child("block")));
                default -> {}
            }
        }
        return new Statement.Try(node.range(), lowering.statements(node.field("body")), handlers, finish);
    }

    private Statement.Handler handler(SyntaxNode clause) {
        SyntaxNode declaration = clause.child("catch_declaration");
        SyntaxNode type = declaration == null ? null : declaration.field("type");
        SyntaxNode name = declaration == null ? null : declaration.field("name");
        SyntaxNode filter = clause.child("catch_filter_clause");
        List<Statement> body = new ArrayList<>();
        if (filter != null) {
            body.add(new Statement.Evaluate(lowering.only(filter)));
        }
        body.addAll(lowering.statements(clause.field("body")));
        return new Statement.Handler(
                type == null ? List.of() : List.of(CSharpNames.type(type)),
                name == null ? null : Lowering.text(name),
                body);
    }
}
