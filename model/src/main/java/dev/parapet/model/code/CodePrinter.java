package dev.parapet.model.code;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The text form of the small language, by which the tests of front ends say what a source becomes. It is made to be read, and
 * leaves places out.
 */
public final class CodePrinter {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private CodePrinter() {}

    /** A file, one statement a line, ended by a line feed. */
    public static String print(CodeFile file) {
        CodePrinter printer = new CodePrinter();
        if (file.namespace() != null) {
            printer.line().append("namespace ").append(file.namespace()).append('\n');
        }
        printer.statements(file.body());
        return printer.out.toString();
    }

    /** An expression. */
    public static String print(Expression expression) {
        CodePrinter printer = new CodePrinter();
        printer.expression(expression);
        return printer.out.toString();
    }

    private StringBuilder line() {
        return out.append("  ".repeat(depth));
    }

    private void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            line();
            statement(statement);
            out.append('\n');
        }
    }

    private void block(List<Statement> statements) {
        out.append(" {\n");
        depth++;
        statements(statements);
        depth--;
        line().append('}');
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.Evaluate evaluate -> expression(evaluate.expression());
            case Statement.Declare declare -> variable(declare.variable());
            case Statement.Import it -> {
                out.append("import ").append(it.module());
                member(it.symbol(), it.name());
            }
            case Statement.Reexport it -> {
                out.append("reexport ").append(it.module());
                member(it.symbol(), it.name());
            }
            case Statement.Export export -> {
                out.append("export ").append(export.name()).append(" = ");
                expression(export.value());
            }
            case Statement.Return it -> word("return", it.value());
            case Statement.Throw it -> word("throw", it.value());
            case Statement.Jump jump ->
                out.append(
                        switch (jump.kind()) {
                            case BREAK -> "break";
                            case CONTINUE -> "continue";
                        });
            case Statement.If it -> {
                out.append("if ");
                expression(it.condition());
                block(it.then());
                if (!it.otherwise().isEmpty()) {
                    out.append(" else");
                    block(it.otherwise());
                }
            }
            case Statement.Switch it -> {
                out.append("switch ");
                expression(it.subject());
                out.append(" {\n");
                it.cases().forEach(this::switchCase);
                line().append('}');
            }
            case Statement.Loop loop -> {
                word("loop", loop.condition());
                block(loop.body());
            }
            case Statement.Try it -> {
                out.append("try");
                block(it.body());
                for (Statement.Handler handler : it.handlers()) {
                    out.append(" catch");
                    list(handler.types().isEmpty() ? "" : " ", handler.types(), "", out::append);
                    if (handler.name() != null) {
                        out.append(" as ").append(handler.name());
                    }
                    block(handler.body());
                }
                if (!it.finish().isEmpty()) {
                    out.append(" finally");
                    block(it.finish());
                }
            }
            case Statement.Unreadable it ->
                out.append("unreadable<").append(it.reason()).append('>');
            case FunctionDeclaration function -> function(function);
            case ClassDeclaration it -> type(it);
        }
    }

    private void member(@Nullable String symbol, @Nullable String name) {
        if (symbol != null) {
            out.append(" take ").append(symbol);
        }
        if (name != null) {
            out.append(" as ").append(name);
        }
    }

    private void word(String word, @Nullable Expression value) {
        out.append(word);
        if (value != null) {
            out.append(' ');
            expression(value);
        }
    }

    private void switchCase(Statement.Case it) {
        line();
        if (it.values().isEmpty()) {
            out.append("default");
        } else {
            list("case ", it.values(), "", this::expression);
        }
        if (it.guard() != null) {
            out.append(" if ");
            expression(it.guard());
        }
        block(it.body());
        out.append(it.fallsThrough() ? " falls through\n" : "\n");
    }

    private void function(FunctionDeclaration function) {
        decorators(function.decorators());
        for (FunctionDeclaration.Modifier modifier : FunctionDeclaration.Modifier.values()) {
            if (function.is(modifier)) {
                out.append(
                        switch (modifier) {
                            case ASYNC -> "async ";
                            case GENERATOR -> "generator ";
                            case CONSTRUCTOR -> "constructor ";
                            case STATIC -> "static ";
                            case GETTER -> "getter ";
                            case SETTER -> "setter ";
                        });
            }
        }
        out.append("function");
        if (function.name() != null) {
            out.append(' ');
            if (function.owner() != null) {
                out.append(function.owner()).append('.');
            }
            out.append(function.name());
        }
        list("(", function.parameters(), ")", parameter -> {
            decorators(parameter.decorators());
            target(parameter.target(), false);
        });
        if (function.returns() != null) {
            out.append(": ").append(function.returns());
        }
        block(function.body());
    }

    private void type(ClassDeclaration type) {
        decorators(type.decorators());
        out.append("class");
        if (type.name() != null) {
            out.append(' ').append(type.name());
        }
        if (!type.supers().isEmpty()) {
            list(" extends ", type.supers(), "", out::append);
        }
        block(type.body());
    }

    private void decorators(List<Expression> decorators) {
        for (Expression decorator : decorators) {
            out.append('@');
            expression(decorator);
            out.append(' ');
        }
    }

    private void variable(Target.Variable variable) {
        out.append(variable.declares() ? "let " : "");
        named(variable);
    }

    private void named(Target.Variable variable) {
        out.append(variable.name());
        if (variable.type() != null) {
            out.append(": ").append(variable.type());
        }
    }

    /** A target; a parameter is declared without saying so. */
    private void target(Target target, boolean assigned) {
        switch (target) {
            case Target.Variable variable -> {
                if (assigned) {
                    variable(variable);
                } else {
                    named(variable);
                }
            }
            case Target.Member member -> expression(member.field());
            case Target.Item item -> expression(item.index());
            case Target.ListPattern pattern -> list("[", pattern.items(), "]", item -> target(item, assigned));
            case Target.MapPattern pattern ->
                list("{", pattern.entries(), "}", entry -> {
                    expression(entry.key());
                    out.append(": ");
                    target(entry.target(), assigned);
                });
            case Target.WithDefault it -> {
                target(it.target(), assigned);
                out.append(" = ");
                expression(it.value());
            }
            case Target.Rest rest -> {
                out.append(rest.keyed() ? "***" : "...");
                target(rest.target(), assigned);
            }
            case Target.Unknown ignored -> out.append("_");
        }
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.Text text -> text(text.value());
            case Expression.Number number -> out.append(number.written());
            case Expression.Bool bool -> out.append(bool.value());
            case Expression.Null ignored -> out.append("null");
            case Expression.Template template -> list("template(", template.parts(), ")", this::expression);
            case Expression.Name name -> out.append(name.name());
            case Expression.This ignored -> out.append("this");
            case Expression.Super ignored -> out.append("super");
            case Expression.Field field -> {
                expression(field.of());
                out.append('.').append(field.name());
            }
            case Expression.Index index -> {
                expression(index.of());
                out.append('[');
                expression(index.key());
                out.append(']');
            }
            case Expression.Slice slice -> {
                expression(slice.of());
                out.append('[');
                if (slice.from() != null) {
                    expression(slice.from());
                }
                out.append("..");
                if (slice.to() != null) {
                    expression(slice.to());
                }
                out.append(']');
            }
            case Expression.Call call -> {
                expression(call.callee());
                list("(", call.arguments(), ")", this::argument);
            }
            case Expression.New it -> {
                out.append("new ");
                expression(it.type());
                list("(", it.arguments(), ")", this::argument);
                if (it.body() != null) {
                    out.append(' ');
                    type(it.body());
                }
            }
            case Expression.Collection collection ->
                list(
                        switch (collection.kind()) {
                            case LIST -> "[";
                            case SET -> "set[";
                            case TUPLE -> "tuple[";
                        },
                        collection.items(),
                        "]",
                        this::expression);
            case Expression.MapLiteral map ->
                list("{", map.entries(), "}", entry -> {
                    if (entry.key() != null) {
                        expression(entry.key());
                        out.append(": ");
                    }
                    expression(entry.value());
                });
            case Expression.Spread spread -> {
                out.append(spread.keyed() ? "***" : "...");
                expression(spread.of());
            }
            case Expression.Comprehension it -> {
                out.append('[');
                if (it.key() != null) {
                    expression(it.key());
                    out.append(": ");
                }
                expression(it.value());
                for (Expression.Clause clause : it.clauses()) {
                    out.append(" for ");
                    target(clause.target(), true);
                    out.append(" of ");
                    expression(clause.of());
                    clause.conditions().forEach(condition -> word(" if", condition));
                }
                out.append(']');
            }
            case Expression.Element element -> {
                out.append("each(");
                expression(element.of());
                out.append(')');
            }
            case Expression.Assign assign -> {
                target(assign.target(), true);
                out.append(" = ");
                expression(assign.value());
            }
            case Expression.Await await -> word("await", await.of());
            case Expression.Yield yield -> word("yield", yield.value());
            case Expression.Binary it -> {
                out.append('(');
                expression(it.left());
                out.append(' ').append(it.operator().symbol()).append(' ');
                expression(it.right());
                out.append(')');
            }
            case Expression.Unary it -> {
                out.append(it.operator().symbol());
                expression(it.operand());
            }
            case Expression.Conditional it -> {
                out.append('(');
                expression(it.condition());
                out.append(" ? ");
                expression(it.then());
                out.append(" : ");
                expression(it.otherwise());
                out.append(')');
            }
            case Expression.Cast cast -> {
                out.append('(');
                expression(cast.of());
                out.append(" as ").append(cast.type()).append(')');
            }
            case Expression.Unknown unknown -> {
                out.append("unknown<").append(unknown.reason()).append('>');
                if (!unknown.parts().isEmpty()) {
                    list("(", unknown.parts(), ")", this::expression);
                }
            }
            case FunctionDeclaration function -> function(function);
            case ClassDeclaration type -> type(type);
        }
    }

    private void argument(Argument argument) {
        if (argument.name() != null) {
            out.append(argument.name()).append(": ");
        }
        expression(argument.value());
    }

    private void text(String text) {
        out.append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append((char) c);
            }
        });
        out.append('"');
    }

    private <T> void list(String before, List<T> items, String after, Consumer<T> print) {
        out.append(before);
        boolean first = true;
        for (T item : items) {
            out.append(first ? "" : ", ");
            first = false;
            print.accept(item);
        }
        out.append(after);
    }
}
