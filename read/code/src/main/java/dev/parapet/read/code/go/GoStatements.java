package dev.parapet.read.code.go;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements: https://go.dev/ref/spec#Statements. */
final class GoStatements {
    private final GoLowering lowering;

    GoStatements(GoLowering lowering) {
        this.lowering = lowering;
    }

    void lower(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        switch (node.kind()) {
            // The name of the package is the file's namespace.
            case "package_clause", "empty_statement", "label_name" -> {}
            case "import_declaration" -> lowering.declarations().imports(node, into);
            case "const_declaration" -> lowering.declarations().constants(node, into);
            case "var_declaration" -> lowering.declarations().variables(node, into);
            case "type_declaration" -> lowering.declarations().types(node, into);
            case "function_declaration", "method_declaration" ->
                into.add(lowering.functions().function(node));
            case "block", "statement_list", "labeled_statement" -> into.addAll(lowering.statements(node));
            case "short_var_declaration", "assignment_statement" ->
                lowering.assignments().statement(node, into);
            case "inc_statement", "dec_statement" -> lowering.assignments().step(node, into);
            case "expression_statement" -> evaluated(node, into);
            // When a function runs at last, or beside the others, is not said.
            case "go_statement", "defer_statement" -> into.add(new Statement.Evaluate(lowering.only(node)));
            case "return_statement" -> into.add(lowering.functions().returned(node));
            case "send_statement" -> send(node, into);
            case "receive_statement" -> receive(node, into);
            case "if_statement" -> {
                initializer(node, into);
                into.add(new Statement.If(
                        range,
                        lowering.expression(node, "condition"),
                        block(node.field("consequence")),
                        block(node.field("alternative"))));
            }
            case "for_statement" -> loop(node, into);
            case "expression_switch_statement", "type_switch_statement", "select_statement" -> {
                initializer(node, into);
                into.add(choice(node));
            }
            case "break_statement", "goto_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
            case "continue_statement" -> into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            // A case says it of itself.
            case "fallthrough_statement" -> {}
            default -> into.add(new Statement.Evaluate(lowering.expression(node)));
        }
    }

    private List<Statement> block(@Nullable SyntaxNode node) {
        List<Statement> statements = new ArrayList<>();
        if (node != null) {
            lowering.statement(node, statements);
        }
        return statements;
    }

    private void initializer(SyntaxNode node, List<Statement> into) {
        into.addAll(block(node.field("initializer")));
    }

    /** A call of {@code panic} is the end of what is done. */
    private void evaluated(SyntaxNode node, List<Statement> into) {
        Expression value = lowering.only(node);
        boolean panics = value instanceof Expression.Call call
                && call.callee() instanceof Expression.Name name
                && name.name().equals("panic")
                && call.arguments().size() == 1;
        into.add(
                panics
                        ? new Statement.Throw(
                                node.range(),
                                ((Expression.Call) value).arguments().getFirst().value())
                        : new Statement.Evaluate(value));
    }

    /** What is sent to a channel is one of its elements. */
    private void send(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        Expression channel = lowering.expression(node, "channel");
        Expression.Index place =
                new Expression.Index(range, channel, new Expression.Unknown(range, "next element", List.of()));
        into.add(new Statement.Evaluate(
                new Expression.Assign(range, new Target.Item(place), lowering.expression(node, "value"))));
    }

    private void receive(SyntaxNode node, List<Statement> into) {
        SyntaxNode right = node.field("right");
        List<SyntaxNode> left = GoAssignments.list(node.field("left"));
        if (right == null) {
            into.add(new Statement.Evaluate(lowering.unknown(node)));
        } else if (left.isEmpty()) {
            into.add(new Statement.Evaluate(lowering.expression(right)));
        } else {
            lowering.assignments().assign(left, List.of(right), node.has(":="), null, into);
        }
    }

    private void loop(SyntaxNode node, List<Statement> into) {
        List<Statement> body = new ArrayList<>();
        @Nullable Expression condition = null;
        @Nullable SyntaxNode update = null;
        for (SyntaxNode head : node.children()) {
            switch (head.kind()) {
                case "block" -> {}
                case "for_clause" -> {
                    initializer(head, into);
                    condition = lowering.optional(head.field("condition"));
                    update = head.field("update");
                }
                case "range_clause" -> range(head, body);
                default -> condition = lowering.expression(head);
            }
        }
        body.addAll(block(node.field("body")));
        body.addAll(block(update));
        into.add(new Statement.Loop(node.range(), condition, body));
    }

    /** The second name is an element, the first its index or key: https://go.dev/ref/spec#For_range. */
    private void range(SyntaxNode head, List<Statement> body) {
        Expression of = lowering.expression(head, "right");
        List<SyntaxNode> left = GoAssignments.list(head.field("left"));
        boolean declares = head.has(":=");
        if (left.isEmpty()) {
            body.add(new Statement.Evaluate(of));
            return;
        }
        SyntaxNode key = left.getFirst();
        if (!key.text().equals("_")) {
            Target target = lowering.assignments().target(key, declares, null);
            List<Expression> parts = left.size() == 1 ? List.of(of) : List.of();
            body.add(new Statement.Evaluate(new Expression.Assign(
                    key.range(), target, new Expression.Unknown(key.range(), "index or key", parts))));
        }
        if (left.size() > 1) {
            SyntaxNode value = left.get(1);
            Target target = lowering.assignments().target(value, declares, null);
            body.add(new Statement.Evaluate(
                    new Expression.Assign(value.range(), target, new Expression.Element(of.range(), of))));
        }
    }

    private Statement choice(SyntaxNode node) {
        TextRange range = node.range();
        SyntaxNode value = node.field("value");
        Expression subject = value != null
                ? lowering.expression(value)
                : node.is("select_statement")
                        ? new Expression.Unknown(range, "select", List.of())
                        : new Expression.Bool(range, true);
        SyntaxNode alias = node.field("alias");
        List<Statement.Case> cases = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "expression_case", "type_case", "communication_case", "default_case" ->
                    cases.add(oneCase(child, alias, value));
                default -> {}
            }
        }
        return new Statement.Switch(range, subject, cases);
    }

    private Statement.Case oneCase(SyntaxNode node, @Nullable SyntaxNode alias, @Nullable SyntaxNode subject) {
        List<Expression> values = new ArrayList<>();
        List<Statement> body = new ArrayList<>();
        List<SyntaxNode> types = node.fields("type");
        types.removeIf(type -> !type.isNamed());
        for (SyntaxNode value : GoAssignments.list(node.field("value"))) {
            values.add(lowering.expression(value));
        }
        for (SyntaxNode type : types) {
            values.add(new Expression.Unknown(type.range(), "type", List.of()));
        }
        SyntaxNode communication = node.field("communication");
        if (communication != null) {
            values.add(new Expression.Unknown(communication.range(), "communication", List.of()));
            lowering.statement(communication, body);
        }
        if (alias != null && subject != null && GoAssignments.isShort(subject)) {
            bind(alias, subject, types, body);
        }
        boolean fallsThrough = false;
        for (SyntaxNode child : node.children()) {
            if (child.fieldName().isEmpty()) {
                lowering.statement(child, body);
                List<SyntaxNode> last = child.is("statement_list") ? child.children() : List.of(child);
                fallsThrough = !last.isEmpty() && last.getLast().is("fallthrough_statement");
            }
        }
        return new Statement.Case(values, null, fallsThrough, body);
    }

    /** The name that a type switch gives its subject is, where there is one type, of that. */
    private void bind(SyntaxNode alias, SyntaxNode subject, List<SyntaxNode> types, List<Statement> body) {
        SyntaxNode name = alias.is("expression_list") ? alias.firstChild() : alias;
        if (name == null) {
            return;
        }
        Expression value = lowering.expression(subject);
        TypeName type = types.size() == 1 ? GoTypes.type(types.getFirst()) : null;
        body.add(new Statement.Evaluate(new Expression.Assign(
                name.range(),
                lowering.assignments().target(name, true, null),
                type == null ? value : new Expression.Cast(subject.range(), value, type))));
    }
}
