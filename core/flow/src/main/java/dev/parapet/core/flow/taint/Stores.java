package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Observation;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the code keeps under which name: what a caller sent in a variable that outlives the invocation, and numbers that can be
 * guessed where the name says that it is a secret.
 */
final class Stores {
    private static final String GLOBAL = "global-state";

    private final Reached reached;
    private final Callers callers;
    private final FlowTable.Tables tables;
    private final Function<Language, Arrival> arrivals;
    private final Set<FunctionDeclaration> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Flows.Sink> found = new ArrayList<>();

    Stores(Reached reached, Callers callers, FlowTable.Tables tables, Function<Language, Arrival> arrivals) {
        this.reached = reached;
        this.callers = callers;
        this.tables = tables;
        this.arrivals = arrivals;
        functions.addAll(reached.functions());
    }

    List<Flows.Sink> sinks() {
        for (CodeFile file : reached.files()) {
            block(file.body(), reached.program().scope(file));
        }
        return found;
    }

    private void block(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            switch (statement) {
                case FunctionDeclaration it -> function(it, scope);
                case ClassDeclaration it -> block(it.body(), scope.scopes().of(it));
                default -> {
                    Children.expressions(statement, expression -> expression(expression, scope));
                    Children.blocks(statement, block -> block(block, scope));
                }
            }
        }
    }

    private void function(FunctionDeclaration function, Scope scope) {
        if (functions.contains(function)) {
            block(function.body(), scope.scopes().of(function));
        }
    }

    private void expression(Expression expression, Scope scope) {
        switch (expression) {
            case FunctionDeclaration it -> {
                function(it, scope);
                return;
            }
            case ClassDeclaration it -> {
                block(it.body(), scope.scopes().of(it));
                return;
            }
            case Expression.Assign it -> assigned(it, scope);
            case Expression.MapLiteral it -> {
                for (Expression.Entry entry : it.entries()) {
                    if (entry.key() instanceof Expression.Text key) {
                        named(key.value(), entry.value(), scope);
                    }
                }
            }
            case Expression.Call it -> arguments(it.arguments(), scope);
            case Expression.New it -> arguments(it.arguments(), scope);
            default -> {}
        }
        Children.of(expression, inner -> expression(inner, scope));
    }

    private void arguments(List<Argument> arguments, Scope scope) {
        for (Argument argument : arguments) {
            if (argument.name() != null) {
                named(argument.name(), argument.value(), scope);
            }
        }
    }

    private void assigned(Expression.Assign it, Scope scope) {
        switch (it.target()) {
            case Target.Variable variable -> {
                named(variable.name(), it.value(), scope);
                if (!variable.declares() && outlives(variable.name(), scope)) {
                    flow(
                            GLOBAL,
                            "'" + variable.name() + "'",
                            "is kept in '" + variable.name() + "'",
                            it.value(),
                            scope);
                }
            }
            case Target.Member member -> {
                String name = member.field().name();
                named(name, it.value(), scope);
                Scope owner = scope.classAround();
                boolean kept = member.field().of() instanceof Expression.This
                        && owner != null
                        && owner.type() != null
                        && isHandler(owner.type())
                        && scope.function() != null
                        && !scope.function().is(FunctionDeclaration.Modifier.CONSTRUCTOR);
                if (kept) {
                    flow(GLOBAL, "'" + name + "'", "is kept in '" + name + "'", it.value(), scope);
                }
            }
            case Target.Item item -> {
                if (item.index().key() instanceof Expression.Text key) {
                    named(key.value(), it.value(), scope);
                }
            }
            default -> {}
        }
    }

    /** Whether a variable that a function assigns is there for the next invocation: one of the file, or a static one of a class. */
    private static boolean outlives(String name, Scope scope) {
        Scope owner = scope.lookup(name);
        boolean inFunction = false;
        for (Scope around = scope; around != null; around = around.parent()) {
            inFunction |= around.function() != null;
        }
        Language language = scope.file().language();
        boolean ofClass = owner != null
                && owner.type() != null
                && (language == Language.JAVA || language == Language.CSHARP)
                && isHandler(owner.type());
        return inFunction && owner != null && (owner == scope.scopes().root() || ofClass);
    }

    /** Whether Lambda keeps an object of a class: one that has the handler. */
    private static boolean isHandler(ClassDeclaration type) {
        return type.supers().stream()
                        .anyMatch(it -> it.name().endsWith("RequestHandler")
                                || it.name().endsWith("RequestStreamHandler"))
                || type.body().stream()
                        .anyMatch(it -> it instanceof FunctionDeclaration function
                                && ("FunctionHandler".equals(function.name())
                                        || "handleRequest".equals(function.name())));
    }

    /** A value under a name that says what it is for. */
    private void named(String name, Expression value, Scope scope) {
        FlowTable table = tables.of(scope.file().language());
        for (String kind : table.named(Word.NAMED, name)) {
            flow(kind, "'" + name + "'", "becomes '" + name + "'", value, scope);
        }
    }

    private void flow(String kind, String what, String step, Expression expression, Scope scope) {
        FlowValue value = reached.program().value(expression, scope, null);
        arrivals.apply(scope.file().language())
                .ofCallers(value, kind, tracer -> tracer.trace(expression, scope, null))
                .ifPresent(it -> add(kind, what, step, it, scope.file().span(expression.range())));
    }

    private void add(String kind, String what, String step, Arrival.Found arrived, Span place) {
        if (arrived.origin() instanceof Origin.Caller caller
                && (caller.outside() || !Shapes.isForOutsidersOnly(kind))) {
            List<Evidence> steps = new ArrayList<>(arrived.steps());
            steps.add(new Evidence(step, place));
            Observation observation = arrived.observation("flow:" + kind, place, what, callers, steps);
            found.add(new Flows.Sink(observation, arrived.origin(), true));
        }
    }
}
