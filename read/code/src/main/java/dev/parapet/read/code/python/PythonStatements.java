package dev.parapet.read.code.python;

import static java.util.Objects.requireNonNullElse;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements: https://docs.python.org/3/reference/simple_stmts.html and compound_stmts.html. */
final class PythonStatements {
    private final PythonLowering lowering;

    PythonStatements(PythonLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        switch (node.kind()) {
            case "expression_statement" -> expressionStatement(node, into);
            case "return_statement" -> into.add(new Statement.Return(range, lowering.optional(node.firstChild())));
            case "raise_statement" -> {
                SyntaxNode cause = node.field("cause");
                if (cause != null) {
                    into.add(new Statement.Evaluate(lowering.expression(cause)));
                }
                into.add(new Statement.Throw(range, lowering.optional(node.firstChild())));
            }
            case "if_statement" -> into.add(branch(node, node, node.fields("alternative")));
            case "for_statement" -> loop(node, into);
            case "while_statement" -> {
                Expression condition = lowering.expression(node, "condition");
                into.add(new Statement.Loop(range, condition, lowering.statements(node.field("body"))));
                otherwise(node, into);
            }
            case "try_statement" -> into.add(attempt(node));
            case "with_statement" -> {
                SyntaxNode clause = node.child("with_clause");
                with(clause == null ? List.of() : clause.children(), into);
                into.addAll(lowering.statements(node.field("body")));
            }
            case "match_statement" -> lowering.matches().lower(node, into);
            case "function_definition" -> into.add(lowering.definitions().function(node, List.of()));
            case "class_definition" -> lowering.definitions().type(node, List.of(), into);
            case "decorated_definition" -> lowering.definitions().decorated(node, into);
            case "import_statement", "import_from_statement", "future_import_statement" ->
                PythonImports.lower(node, into);
            case "break_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
            case "continue_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            case "assert_statement" -> into.add(assertion(node));
            case "delete_statement" ->
                into.add(new Statement.Evaluate(
                        new Expression.Unknown(range, "del", lowering.expressions(node.children()))));
            case "print_statement" -> into.add(call(node, "print", node.fields("argument")));
            case "exec_statement" -> into.add(call(node, "exec", node.children()));
            case "type_alias_statement" -> alias(node, into);
            case "block", "module" -> into.addAll(lowering.statements(node));
            // These say which names a target declares, and nothing.
            case "global_statement", "nonlocal_statement", "pass_statement" -> {}
            default -> into.add(new Statement.Evaluate(lowering.expression(node)));
        }
    }

    /** Several expressions after a comma are a tuple. */
    static Expression value(SyntaxNode node, List<Expression> expressions) {
        return expressions.size() == 1
                ? expressions.getFirst()
                : new Expression.Collection(node.range(), Expression.Collection.Kind.TUPLE, expressions);
    }

    private void expressionStatement(SyntaxNode node, List<Statement> into) {
        SyntaxNode only = node.firstChild();
        if (only != null && only.is("assignment") && only.field("right") == null) {
            // An annotation alone.
            SyntaxNode left = requireNonNullElse(only.field("left"), only);
            Target target = lowering.targets().target(left, PythonTypes.optional(only.field("type")));
            if (target instanceof Target.Variable variable) {
                into.add(new Statement.Declare(variable));
            }
            return;
        }
        into.add(new Statement.Evaluate(value(node, lowering.expressions(node.children()))));
    }

    private Statement branch(SyntaxNode whole, SyntaxNode node, List<SyntaxNode> alternatives) {
        Expression condition = lowering.expression(node, "condition");
        List<Statement> then = lowering.statements(node.field("consequence"));
        List<Statement> otherwise = List.of();
        if (!alternatives.isEmpty()) {
            SyntaxNode next = alternatives.getFirst();
            otherwise = next.is("elif_clause")
                    ? List.of(lowering.<Statement>deeper(
                            () -> branch(next, next, alternatives.subList(1, alternatives.size())),
                            () -> PythonLowering.tooDeep(next)))
                    : lowering.statements(next.field("body"));
        }
        return new Statement.If(new TextRange(whole.start(), whole.end()), condition, then, otherwise);
    }

    private void loop(SyntaxNode node, List<Statement> into) {
        Expression of = lowering.expression(node, "right");
        SyntaxNode left = requireNonNullElse(node.field("left"), node);
        List<Statement> body = new ArrayList<>();
        body.add(new Statement.Evaluate(new Expression.Assign(
                left.range(), lowering.targets().target(left), new Expression.Element(of.range(), of))));
        body.addAll(lowering.statements(node.field("body")));
        into.add(new Statement.Loop(node.range(), null, body));
        otherwise(node, into);
    }

    /** What is done when a loop ends without a break comes after it. */
    private void otherwise(SyntaxNode node, List<Statement> into) {
        SyntaxNode alternative = node.field("alternative");
        if (alternative != null) {
            into.addAll(lowering.statements(alternative.field("body")));
        }
    }

    private Statement attempt(SyntaxNode node) {
        List<Statement> body = new ArrayList<>(lowering.statements(node.field("body")));
        List<Statement.Handler> handlers = new ArrayList<>();
        List<Statement> finish = List.of();
        for (SyntaxNode clause : node.children()) {
            switch (clause.kind()) {
                case "except_clause", "except_group_clause" -> handlers.add(handler(clause));
                case "else_clause" -> body.addAll(lowering.statements(clause.field("body")));
                case "finally_clause" -> finish = lowering.statements(clause.child("block"));
                default -> {}
            }
        }
        return new Statement.Try(node.range(), body, handlers, finish);
    }

    private Statement.Handler handler(SyntaxNode clause) {
        List<TypeName> types = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        @Nullable String name = null;
        for (SyntaxNode value : clause.fields("value")) {
            SyntaxNode type = value;
            if (value.is("as_pattern")) {
                SyntaxNode alias = value.field("alias");
                name = alias == null ? null : alias.text();
                type = requireNonNullElse(value.firstChild(), value);
            }
            List<SyntaxNode> several = type.is("tuple") ? type.children() : List.of(type);
            for (SyntaxNode each : several) {
                types.add(PythonTypes.type(each));
                if (each.is("call")) {
                    body.add(new Statement.Evaluate(lowering.expression(each)));
                }
            }
        }
        SyntaxNode alias = clause.field("alias");
        if (alias != null) {
            name = alias.text();
        }
        body.addAll(lowering.statements(clause.child("block")));
        return new Statement.Handler(types, name, body);
    }

    /** What {@code as} names is what the context manager gives; most give themselves or what they are made of. */
    private void with(List<SyntaxNode> items, List<Statement> into) {
        for (SyntaxNode item : items) {
            SyntaxNode value = requireNonNullElse(item.field("value"), item);
            SyntaxNode alias = value.is("as_pattern") ? value.field("alias") : null;
            SyntaxNode manager = value.firstChild();
            if (alias != null && manager != null) {
                into.add(new Statement.Evaluate(new Expression.Assign(
                        value.range(), lowering.targets().target(alias), lowering.expression(manager))));
            } else {
                into.add(new Statement.Evaluate(lowering.expression(value)));
            }
        }
    }

    private Statement assertion(SyntaxNode node) {
        List<Expression> parts = lowering.expressions(node.children());
        Expression condition = parts.isEmpty() ? lowering.unknown(node) : parts.getFirst();
        TextRange range = node.range();
        return new Statement.If(
                range,
                new Expression.Unary(condition.range(), Operator.NOT, condition),
                List.of(new Statement.Throw(range, parts.size() > 1 ? parts.get(1) : null)),
                List.of());
    }

    private Statement call(SyntaxNode node, String function, List<SyntaxNode> arguments) {
        List<Argument> lowered = new ArrayList<>();
        lowering.expressions(arguments).forEach(argument -> lowered.add(new Argument(null, argument)));
        TextRange head = new TextRange(node.start(), node.start() + function.length());
        return new Statement.Evaluate(new Expression.Call(node.range(), new Expression.Name(head, function), lowered));
    }

    private void alias(SyntaxNode node, List<Statement> into) {
        SyntaxNode left = node.field("left");
        SyntaxNode name = left == null ? null : left.firstChild();
        if (name != null && name.is("identifier")) {
            into.add(new Statement.Evaluate(new Expression.Assign(
                    node.range(), lowering.targets().target(name), lowering.expression(node, "right"))));
        }
    }
}
