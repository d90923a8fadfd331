package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.scope.Step;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import java.util.ArrayList;
import java.util.List;

/** Goes through what runs, statement by statement, and tells what each expression calls, loads and assigns. */
final class Running {
    private final Reach reach;
    private final Evaluator evaluator;
    private final Routes routes;

    Running(Reach reach, Evaluator evaluator, Routes routes) {
        this.reach = reach;
        this.evaluator = evaluator;
        this.routes = routes;
    }

    /** Goes through some statements. */
    void block(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Import it ->
                    evaluator.index().resolve(it.module(), scope.file()).ifPresent(reach::load);
                case Statement.Reexport it ->
                    evaluator.index().resolve(it.module(), scope.file()).ifPresent(reach::load);
                default -> {}
            }
            declared(statement, scope);
            Children.expressions(statement, expression -> expression(expression, scope));
            Children.blocks(statement, block -> block(block, scope));
        }
    }

    private void expression(Expression expression, Scope scope) {
        switch (expression) {
            case Expression.Call it ->
                reach.called(
                        evaluator.callee(it.callee(), new Context(scope, null)),
                        evaluator.arguments(it.arguments(), new Context(scope, null)),
                        it,
                        scope);
            case Expression.New it ->
                reach.called(
                        evaluator.value(it.type(), scope, null),
                        evaluator.arguments(it.arguments(), new Context(scope, null)),
                        it,
                        scope);
            case Expression.Field it -> {
                getter(it, scope);
                if (JavaNames.applies(scope)
                        && evaluator.value(it.of(), scope, null) instanceof ProjectValue.ClassValue type) {
                    reach.load(type.scope().file());
                }
            }
            case Expression.Assign it -> assigned(it.target(), it.value(), List.of(), scope);
            default -> {}
        }
        declared(expression, scope);
        Children.of(expression, inner -> expression(inner, scope));
    }

    /** The body of a class runs where it is declared; a decorator is called with what it decorates. */
    private void declared(Object declaration, Scope scope) {
        switch (declaration) {
            case ClassDeclaration type -> block(type.body(), scope.scopes().of(type));
            case FunctionDeclaration function -> {
                ProjectValue.FunctionValue value =
                        new ProjectValue.FunctionValue(function, scope.scopes().of(function), null, null);
                for (Expression decorator : function.decorators()) {
                    decorated(evaluator.value(decorator, scope, null), value);
                }
            }
            default -> {}
        }
    }

    private void decorated(FlowValue decorator, ProjectValue.FunctionValue function) {
        for (FlowValue alternative : Values.alternatives(decorator)) {
            if (alternative instanceof ProjectValue.FunctionValue own) {
                reach.reach(own, List.of(new FlowArgument(null, function)));
            } else if (Callbacks.registers(alternative)) {
                List<FlowArgument> given = routes.ofDecorator(alternative, function);
                if (Routes.returnsPage(alternative)) {
                    reach.places().addPage(function);
                }
                if (given == null || given.isEmpty()) {
                    reach.visit(function);
                } else {
                    reach.reach(function, given);
                }
            }
        }
    }

    private void getter(Expression.Field field, Scope scope) {
        for (FlowValue of : Values.alternatives(evaluator.value(field.of(), scope, null))) {
            if (of instanceof ProjectValue.ObjectValue object) {
                evaluator.fields().objects().getter(object, field.name()).ifPresent(it -> reach.reach(it, List.of()));
            }
        }
    }

    /** What is assigned to a field of an object, by whoever holds it. */
    private void assigned(Target target, Expression value, List<Step> steps, Scope scope) {
        switch (target) {
            case Target.Member it
            when !(it.field().of() instanceof Expression.This) -> {
                for (FlowValue of :
                        Values.alternatives(evaluator.value(it.field().of(), scope, null))) {
                    if (of instanceof ProjectValue.ObjectValue object) {
                        evaluator
                                .sites()
                                .addField(
                                        object.type().type(),
                                        it.field().name(),
                                        new Binding.Assigned(value, scope, steps));
                    }
                }
            }
            case Target.ListPattern pattern -> {
                for (int i = 0; i < pattern.items().size(); i++) {
                    List<Step> inner = new ArrayList<>(steps);
                    inner.add(new Step.Position(i));
                    assigned(pattern.items().get(i), value, inner, scope);
                }
            }
            default -> {}
        }
    }
}
