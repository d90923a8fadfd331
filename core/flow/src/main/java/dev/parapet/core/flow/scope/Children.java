package dev.parapet.core.flow.scope;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is directly inside statements and expressions. */
public final class Children {
    private Children() {}

    /** The blocks of a statement, without those of functions and classes. */
    public static void blocks(Statement statement, Consumer<List<Statement>> each) {
        switch (statement) {
            case Statement.If it -> {
                each.accept(it.then());
                each.accept(it.otherwise());
            }
            case Statement.Switch it -> it.cases().forEach(one -> each.accept(one.body()));
            case Statement.Loop it -> each.accept(it.body());
            case Statement.Try it -> {
                each.accept(it.body());
                it.handlers().forEach(handler -> each.accept(handler.body()));
                each.accept(it.finish());
            }
            case FunctionDeclaration ignored -> {}
            case ClassDeclaration ignored -> {}
            case Statement.Declare ignored -> {}
            case Statement.Evaluate ignored -> {}
            case Statement.Export ignored -> {}
            case Statement.Import ignored -> {}
            case Statement.Jump ignored -> {}
            case Statement.Reexport ignored -> {}
            case Statement.Return ignored -> {}
            case Statement.Throw ignored -> {}
            case Statement.Unreadable ignored -> {}
        }
    }

    /** The expressions of a statement that are in none of its blocks; of a declaration, what is evaluated where it stands. */
    public static void expressions(Statement statement, Consumer<Expression> each) {
        switch (statement) {
            case Statement.Evaluate it -> each.accept(it.expression());
            case Statement.Export it -> each.accept(it.value());
            case Statement.Return it -> optional(it.value(), each);
            case Statement.Throw it -> optional(it.value(), each);
            case Statement.If it -> each.accept(it.condition());
            case Statement.Loop it -> optional(it.condition(), each);
            case Statement.Switch it -> {
                each.accept(it.subject());
                for (Statement.Case one : it.cases()) {
                    one.values().forEach(each);
                    optional(one.guard(), each);
                }
            }
            case FunctionDeclaration it -> of(it, each);
            case ClassDeclaration it -> of(it, each);
            case Statement.Declare ignored -> {}
            case Statement.Import ignored -> {}
            case Statement.Jump ignored -> {}
            case Statement.Reexport ignored -> {}
            case Statement.Try ignored -> {}
            case Statement.Unreadable ignored -> {}
        }
    }

    /** The expressions directly in an expression; of a function or class, what is evaluated where it stands. */
    public static void of(Expression expression, Consumer<Expression> each) {
        switch (expression) {
            case Expression.Template it -> it.parts().forEach(each);
            case Expression.Field it -> each.accept(it.of());
            case Expression.Index it -> {
                each.accept(it.of());
                each.accept(it.key());
            }
            case Expression.Slice it -> {
                each.accept(it.of());
                optional(it.from(), each);
                optional(it.to(), each);
            }
            case Expression.Call it -> {
                each.accept(it.callee());
                arguments(it.arguments(), each);
            }
            case Expression.New it -> {
                each.accept(it.type());
                arguments(it.arguments(), each);
                optional(it.body(), each);
            }
            case Expression.Collection it -> it.items().forEach(each);
            case Expression.MapLiteral it ->
                it.entries().forEach(entry -> {
                    optional(entry.key(), each);
                    each.accept(entry.value());
                });
            case Expression.Spread it -> each.accept(it.of());
            case Expression.Comprehension it -> {
                optional(it.key(), each);
                each.accept(it.value());
                for (Expression.Clause clause : it.clauses()) {
                    target(clause.target(), each);
                    each.accept(clause.of());
                    clause.conditions().forEach(each);
                }
            }
            case Expression.Element it -> each.accept(it.of());
            case Expression.Assign it -> {
                target(it.target(), each);
                each.accept(it.value());
            }
            case Expression.Await it -> each.accept(it.of());
            case Expression.Yield it -> optional(it.value(), each);
            case Expression.Binary it -> {
                each.accept(it.left());
                each.accept(it.right());
            }
            case Expression.Unary it -> each.accept(it.operand());
            case Expression.Conditional it -> {
                each.accept(it.condition());
                each.accept(it.then());
                each.accept(it.otherwise());
            }
            case Expression.Cast it -> each.accept(it.of());
            case Expression.Unknown it -> it.parts().forEach(each);
            case FunctionDeclaration it -> {
                it.decorators().forEach(each);
                it.parameters().forEach(parameter -> {
                    parameter.decorators().forEach(each);
                    target(parameter.target(), each);
                });
            }
            case ClassDeclaration it -> it.decorators().forEach(each);
            case Expression.Bool ignored -> {}
            case Expression.Name ignored -> {}
            case Expression.Null ignored -> {}
            case Expression.Number ignored -> {}
            case Expression.Super ignored -> {}
            case Expression.Text ignored -> {}
            case Expression.This ignored -> {}
        }
    }

    /** The expressions in a target: objects whose fields are assigned, keys, values where there is none. */
    public static void target(Target target, Consumer<Expression> each) {
        switch (target) {
            case Target.Member it -> each.accept(it.field().of());
            case Target.Item it -> of(it.index(), each);
            case Target.ListPattern it -> it.items().forEach(item -> target(item, each));
            case Target.MapPattern it ->
                it.entries().forEach(entry -> {
                    each.accept(entry.key());
                    target(entry.target(), each);
                });
            case Target.WithDefault it -> {
                target(it.target(), each);
                each.accept(it.value());
            }
            case Target.Rest it -> target(it.target(), each);
            case Target.Variable ignored -> {}
            case Target.Unknown ignored -> {}
        }
    }

    private static void arguments(List<Argument> arguments, Consumer<Expression> each) {
        arguments.forEach(argument -> each.accept(argument.value()));
    }

    private static void optional(@Nullable Expression expression, Consumer<Expression> each) {
        if (expression != null) {
            each.accept(expression);
        }
    }
}
