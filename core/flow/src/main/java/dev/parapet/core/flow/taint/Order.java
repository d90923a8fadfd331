package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which conditions are known to have come out how where an expression is evaluated: those of the blocks around it, and those of
 * blocks before it that end what is around ({@code if x not in ALLOWED: return}).
 */
final class Order {
    /** Calls after which nothing follows. */
    private static final Set<String> ENDS = Set.of("exit", "abort", "_exit", "Exit", "Fatal", "Fatalf");

    private final Scope scope;
    private final TextRange place;
    private final List<Known> known = new ArrayList<>();

    private Order(Scope scope, TextRange place) {
        this.scope = scope;
        this.place = place;
    }

    /** What is known at a place of the function, or file, that a scope belongs to. */
    static List<Known> at(Scope scope, TextRange place) {
        Order order = new Order(scope, place);
        order.block(body(scope));
        return order.known;
    }

    /** Whether whatever reaches a place of the function, or file, has gone through another before: that stands in a block around it. */
    static boolean isAfter(Scope scope, TextRange before, TextRange place) {
        return before.end() <= place.start() && isAfter(body(scope), before, place);
    }

    private static boolean isAfter(List<Statement> block, TextRange before, TextRange place) {
        for (Statement statement : block) {
            if (!contains(statement.range(), before)) {
                continue;
            }
            boolean[] inner = new boolean[2];
            Children.blocks(statement, one -> {
                inner[0] |= one.stream().anyMatch(it -> contains(it.range(), before));
                inner[1] |= isAfter(one, before, place);
            });
            // In a statement without blocks, or in its condition, it is of this block.
            boolean here = !inner[0] && !(statement instanceof Statement.Loop);
            return inner[1] || here && block.stream().anyMatch(it -> contains(it.range(), place));
        }
        return false;
    }

    /** The innermost handler around a place that gives what it caught such a name; null where there is none. */
    static Statement.@Nullable Handler handler(Scope scope, TextRange place, String name) {
        return handler(body(scope), place, name);
    }

    private static Statement.@Nullable Handler handler(List<Statement> statements, TextRange place, String name) {
        Statement.@Nullable Handler[] found = new Statement.Handler[1];
        for (Statement statement : statements) {
            if (!contains(statement.range(), place)) {
                continue;
            }
            if (statement instanceof Statement.Try it) {
                for (Statement.Handler handler : it.handlers()) {
                    boolean inside = handler.body().stream().anyMatch(inner -> contains(inner.range(), place));
                    found[0] = inside && name.equals(handler.name()) ? handler : found[0];
                }
            }
            Children.blocks(statement, block -> {
                Statement.Handler inner = handler(block, place, name);
                found[0] = inner == null ? found[0] : inner;
            });
        }
        return found[0];
    }

    private static List<Statement> body(Scope scope) {
        if (scope.function() != null) {
            return scope.function().body();
        }
        return scope.type() != null ? scope.type().body() : scope.file().body();
    }

    private static boolean contains(TextRange outer, TextRange inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private void block(List<Statement> statements) {
        for (Statement statement : statements) {
            if (contains(statement.range(), place)) {
                around(statement);
                return;
            }
            if (statement.range().end() <= place.start()) {
                before(statement);
            }
        }
    }

    private void before(Statement statement) {
        switch (statement) {
            case Statement.If it -> {
                boolean then = ends(it.then());
                boolean otherwise = !it.otherwise().isEmpty() && ends(it.otherwise());
                if (then && !otherwise) {
                    known.add(new Known(it.condition(), false, scope));
                } else if (otherwise && !then) {
                    known.add(new Known(it.condition(), true, scope));
                }
                // What stands before in a chain of conditions holds for those after it.
                if (then
                        && !otherwise
                        && it.otherwise().size() == 1
                        && it.otherwise().getFirst() instanceof Statement.If chained) {
                    before(chained);
                }
            }
            case Statement.Evaluate it -> asserted(it.expression());
            case Statement.Try it -> {
                if (!it.handlers().isEmpty() && it.handlers().stream().allMatch(handler -> ends(handler.body()))) {
                    it.body().forEach(this::before);
                }
            }
            default -> {}
        }
    }

    /** A call that throws where what it is given is not as it must be. */
    private void asserted(Expression expression) {
        switch (expression) {
            case Expression.Await it -> asserted(it.of());
            case Expression.Call it -> known.add(new Known(it, true, scope));
            case Expression.Assign it
            when it.value() instanceof Expression.Call call -> known.add(new Known(call, true, scope));
            default -> {}
        }
    }

    private void around(Statement statement) {
        switch (statement) {
            case Statement.If it -> {
                if (contains(it.condition().range(), place)) {
                    inside(it.condition());
                } else {
                    boolean then = it.then().stream().anyMatch(one -> contains(one.range(), place));
                    known.add(new Known(it.condition(), then, scope));
                    block(then ? it.then() : it.otherwise());
                }
            }
            case Statement.Loop it -> {
                if (it.condition() != null && !contains(it.condition().range(), place)) {
                    known.add(new Known(it.condition(), true, scope));
                }
                block(it.body());
            }
            case Statement.Switch it -> {
                for (Statement.Case one : it.cases()) {
                    if (one.body().stream().anyMatch(inner -> contains(inner.range(), place))) {
                        matched(it, one);
                        block(one.body());
                    }
                }
            }
            case Statement.Try it -> {
                block(it.body());
                it.handlers().forEach(handler -> block(handler.body()));
                block(it.finish());
            }
            default -> Children.expressions(statement, this::inside);
        }
    }

    private void matched(Statement.Switch statement, Statement.Case one) {
        if (one.values().isEmpty() || one.guard() != null && one.values().isEmpty()) {
            return;
        }
        int index = statement.cases().indexOf(one);
        boolean fallenInto = index > 0
                && statement.cases().get(index - 1).fallsThrough()
                && !ends(statement.cases().get(index - 1).body())
                && !statement.cases().get(index - 1).body().isEmpty();
        if (!fallenInto) {
            Expression.Collection values = new Expression.Collection(
                    statement.subject().range(), Expression.Collection.Kind.LIST, one.values());
            known.add(new Known(
                    new Expression.Binary(statement.subject().range(), Operator.IN, statement.subject(), values),
                    true,
                    scope));
        }
    }

    /** What is known inside an expression, of conditions that are in it too. */
    private void inside(Expression expression) {
        if (!contains(expression.range(), place) || expression instanceof FunctionDeclaration) {
            return;
        }
        switch (expression) {
            case Expression.Conditional it -> {
                if (contains(it.then().range(), place)) {
                    known.add(new Known(it.condition(), true, scope));
                } else if (contains(it.otherwise().range(), place)) {
                    known.add(new Known(it.condition(), false, scope));
                }
            }
            case Expression.Binary it
            when it.operator() == Operator.AND && contains(it.right().range(), place) ->
                known.add(new Known(it.left(), true, scope));
            case Expression.Binary it
            when it.operator() == Operator.OR && contains(it.right().range(), place) ->
                known.add(new Known(it.left(), false, scope));
            case Expression.Comprehension it ->
                it.clauses()
                        .forEach(clause ->
                                clause.conditions().forEach(condition -> known.add(new Known(condition, true, scope))));
            default -> {}
        }
        Children.of(expression, this::inside);
    }

    /** Whether what follows a block is not reached through it. */
    static boolean ends(List<Statement> block) {
        if (block.isEmpty()) {
            return false;
        }
        return switch (block.getLast()) {
            case Statement.Return ignored -> true;
            case Statement.Throw ignored -> true;
            case Statement.Jump ignored -> true;
            case Statement.If it -> ends(it.then()) && ends(it.otherwise());
            case Statement.Try it ->
                ends(it.finish())
                        || ends(it.body()) && it.handlers().stream().allMatch(handler -> ends(handler.body()));
            case Statement.Evaluate it ->
                it.expression() instanceof Expression.Call call
                        && call.callee() instanceof Expression.Field field
                        && ENDS.contains(field.name());
            default -> false;
        };
    }
}
