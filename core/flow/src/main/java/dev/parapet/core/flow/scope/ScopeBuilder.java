package dev.parapet.core.flow.scope;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes once through a file and says of each scope what its names stand for. */
final class ScopeBuilder {
    /** Methods of lists that put something into them. */
    private static final Set<String> ADDING =
            Set.of("append", "add", "push", "unshift", "appendleft", "extend", "Add", "AddRange", "Enqueue", "Push");

    /**
     * Functions and methods of Go that fill what they are given last: <a href="https://pkg.go.dev/encoding/json#Unmarshal">encoding</a>,
     * the SDK's attributes, and what <a href="https://pkg.go.dev/github.com/gin-gonic/gin#Context.Bind">gin</a>, <a
     * href="https://pkg.go.dev/github.com/labstack/echo/v4#Context">echo</a> and <a
     * href="https://pkg.go.dev/github.com/gofiber/fiber/v2#Ctx.BodyParser">fiber</a> make of a request.
     */
    private static final Set<String> FILLING = Set.of(
            "Unmarshal",
            "UnmarshalMap",
            "UnmarshalListOfMaps",
            "Decode",
            "Bind",
            "BindJSON",
            "BindQuery",
            "BindUri",
            "ShouldBind",
            "ShouldBindJSON",
            "ShouldBindQuery",
            "ShouldBindUri",
            "BodyParser",
            "QueryParser",
            "ParamsParser");

    private final FileScopes scopes;
    /** Assignments to names that are declared elsewhere, which is only known at the end. */
    private final List<Runnable> later = new ArrayList<>();

    ScopeBuilder(FileScopes scopes) {
        this.scopes = scopes;
    }

    void build() {
        block(scopes.file().body(), scopes.root());
        later.forEach(Runnable::run);
    }

    private void block(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            statement(statement, scope);
        }
    }

    private void statement(Statement statement, Scope scope) {
        switch (statement) {
            case FunctionDeclaration function -> {
                if (function.name() != null && function.owner() != null) {
                    Scope methods = scopes.methods(function.owner().name());
                    methods.bind(function.name(), new Binding.OfFunction(function, enter(function, scope)));
                    return;
                }
                if (function.name() != null) {
                    scope.bind(function.name(), new Binding.OfFunction(function, enter(function, scope)));
                    return;
                }
            }
            case ClassDeclaration type -> {
                if (type.name() != null) {
                    scope.bind(type.name(), new Binding.OfClass(type, enter(type, scope)));
                    return;
                }
            }
            case Statement.Import it -> {
                if (it.name() != null) {
                    scope.bind(it.name(), new Binding.Imported(it, scope));
                } else if ("*".equals(it.symbol())) {
                    scope.wildcards().add(it.module());
                }
            }
            case Statement.Reexport it -> scopes.reexport(it);
            case Statement.Export it -> scopes.export(it.name(), it.value(), scope, List.of());
            case Statement.Declare it -> {
                if (it.variable().type() != null) {
                    scope.bind(
                            it.variable().name(),
                            new Binding.Typed(it.variable().type(), scope));
                } else if (!scope.names().containsKey(it.variable().name())) {
                    scope.names().put(it.variable().name(), new ArrayList<>());
                }
            }
            case Statement.Try it -> {
                for (Statement.Handler handler : it.handlers()) {
                    if (handler.name() != null) {
                        scope.bind(
                                handler.name(),
                                new Binding.Opaque(
                                        Caught.isAny(handler)
                                                ? FlowValue.CAUGHT
                                                : "it is an exception of a kind that is named"));
                    }
                }
            }
            case Statement.Evaluate ignored -> {}
            case Statement.If ignored -> {}
            case Statement.Jump ignored -> {}
            case Statement.Loop ignored -> {}
            case Statement.Return ignored -> {}
            case Statement.Switch ignored -> {}
            case Statement.Throw ignored -> {}
            case Statement.Unreadable ignored -> {}
        }
        Children.expressions(statement, expression -> expression(expression, scope));
        Children.blocks(statement, block -> block(block, scope));
    }

    private Scope enter(FunctionDeclaration function, Scope around) {
        Scope scope = new Scope(scopes, around, function, null);
        scopes.add(function, scope);
        List<Parameter> parameters = function.parameters();
        int given = GivenParameters.of(function);
        for (int i = 0; i < parameters.size(); i++) {
            if (i < given) {
                given(parameters.get(i).target(), scope);
            } else {
                parameter(
                        function,
                        i - given,
                        parameters.get(i),
                        parameters.get(i).target(),
                        List.of(),
                        scope);
            }
        }
        Children.of((Expression) function, expression -> expression(expression, around));
        block(function.body(), scope);
        return scope;
    }

    private Scope enter(ClassDeclaration type, Scope around) {
        Scope scope = new Scope(scopes, around, null, type);
        scopes.add(type, scope);
        Children.of((Expression) type, expression -> expression(expression, around));
        block(type.body(), scope);
        return scope;
    }

    /** A parameter that a library gives: only its type may tell of it. */
    private static void given(Target target, Scope scope) {
        if (target instanceof Target.Variable variable) {
            scope.bind(
                    variable.name(),
                    variable.type() == null
                            ? new Binding.Opaque("it is given by a library")
                            : new Binding.Typed(variable.type(), scope));
        }
    }

    private void parameter(
            FunctionDeclaration function,
            int position,
            Parameter parameter,
            Target target,
            List<Step> steps,
            Scope scope) {
        switch (target) {
            case Target.Variable variable ->
                scope.bind(variable.name(), new Binding.OfParameter(function, scope, position, parameter, steps));
            case Target.WithDefault it -> {
                parameter(function, position, parameter, it.target(), steps, scope);
                if (it.target() instanceof Target.Variable variable) {
                    scope.bind(variable.name(), new Binding.Default(it.value(), scope));
                }
            }
            case Target.Rest it ->
                // The whole of a parameter that takes the rest is worked out from its kind.
                parameter(
                        function,
                        position,
                        parameter,
                        it.target(),
                        it == parameter.target() ? steps : and(steps, new Step.Rest()),
                        scope);
            case Target.ListPattern pattern -> {
                for (int i = 0; i < pattern.items().size(); i++) {
                    Target item = pattern.items().get(i);
                    parameter(function, position, parameter, item, and(steps, new Step.Position(i)), scope);
                }
            }
            case Target.MapPattern pattern -> {
                for (Target.Entry entry : pattern.entries()) {
                    parameter(function, position, parameter, entry.target(), and(steps, key(entry)), scope);
                }
            }
            case Target.Member ignored -> {}
            case Target.Item ignored -> {}
            case Target.Unknown ignored -> {}
        }
    }

    private static Step key(Target.Entry entry) {
        if (entry.target() instanceof Target.Rest) {
            return new Step.Rest();
        }
        return entry.key() instanceof Expression.Text text ? new Step.Key(text.value()) : new Step.Any();
    }

    private static List<Step> and(List<Step> steps, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private void expression(Expression expression, Scope scope) {
        switch (expression) {
            case FunctionDeclaration function -> enter(function, scope);
            case ClassDeclaration type -> enter(type, scope);
            case Expression.Assign assign -> {
                assign(assign.target(), assign.value(), scope, List.of());
                Children.of(expression, inner -> expression(inner, scope));
            }
            case Expression.Comprehension it -> {
                for (Expression.Clause clause : it.clauses()) {
                    Expression element = new Expression.Element(clause.of().range(), clause.of());
                    assign(clause.target(), element, scope, List.of());
                }
                Children.of(expression, inner -> expression(inner, scope));
            }
            case Expression.Call call -> {
                switch (scope.file().language()) {
                    case GO -> filled(call, scope);
                    case JAVA -> {
                        if (!set(call, scope)) {
                            called(call, scope);
                        }
                    }
                    case PYTHON, JAVASCRIPT, TYPESCRIPT, CSHARP -> {}
                }
                added(call, scope);
                Children.of(expression, inner -> expression(inner, scope));
            }
            default -> Children.of(expression, inner -> expression(inner, scope));
        }
    }

    /** A variable of Go that a function is given to fill: with what it is given before that, or with what its method is called on. */
    private void filled(Expression.Call call, Scope scope) {
        if (call.callee() instanceof Expression.Field function
                && FILLING.contains(function.name())
                && !call.arguments().isEmpty()
                && call.arguments().getLast().value() instanceof Expression.Name variable) {
            boolean data = call.arguments().size() > 1;
            Expression value = data ? call.arguments().getFirst().value() : function;
            Binding.Assigned filled = new Binding.Assigned(value, scope, List.of());
            later.add(() -> owner(variable.name(), scope).bind(variable.name(), filled));
        }
    }

    /**
     * What a method of Java gives the object, or map, that a variable holds: {@code request.setKey(k)}, {@code map.put("key", k)}; whether
     * it is such a method.
     */
    private boolean set(Expression.Call call, Scope scope) {
        List<Argument> arguments = call.arguments();
        if (!(call.callee() instanceof Expression.Field method)
                || !(method.of() instanceof Expression.Name)
                || arguments.isEmpty()) {
            return false;
        }
        String name = method.name();
        boolean property = name.length() > 3
                && arguments.size() == 1
                && name.startsWith("set")
                && Character.isUpperCase(name.charAt(3));
        if (property) {
            String field = Character.toLowerCase(name.charAt(3)) + name.substring(4);
            field(method.of(), field, arguments.getFirst().value(), scope, List.of());
        } else if (name.equals("put")
                && arguments.size() == 2
                && arguments.getFirst().value() instanceof Expression.Text key) {
            field(method.of(), key.value(), arguments.getLast().value(), scope, List.of());
        } else {
            return false;
        }
        return true;
    }

    /** What is put into the list that a variable holds. */
    private void added(Expression.Call call, Scope scope) {
        if (call.callee() instanceof Expression.Field method
                && method.of() instanceof Expression.Name list
                && ADDING.contains(method.name())) {
            for (Argument argument : call.arguments()) {
                Expression value = argument.value();
                boolean several = method.name().equals("extend")
                        || method.name().equals("AddRange")
                        || value instanceof Expression.Spread;
                Expression of = value instanceof Expression.Spread spread ? spread.of() : value;
                Expression added = several ? new Expression.Element(of.range(), of) : of;
                Binding.Assigned element = new Binding.Assigned(added, scope, List.of());
                later.add(() -> owner(list.name(), scope).bindField(list.name(), Scope.ELEMENTS, element));
            }
        }
    }

    /** What is called on a variable of Java that is no parameter: a function that configures its parameter is followed as such. */
    private void called(Expression.Call call, Scope scope) {
        if (!call.arguments().isEmpty()
                && call.callee() instanceof Expression.Field method
                && method.of() instanceof Expression.Name object
                && !ADDING.contains(method.name())) {
            later.add(() -> {
                Scope owner = scope.lookup(object.name());
                if (owner != null
                        && owner.bindings(object.name()).stream().noneMatch(Binding.OfParameter.class::isInstance)) {
                    owner.bindField(
                            object.name(), Scope.CALLED + method.name(), new Binding.Assigned(call, scope, List.of()));
                }
            });
        }
    }

    private void assign(Target target, Expression value, Scope scope, List<Step> steps) {
        switch (target) {
            case Target.Variable variable -> {
                Binding.Assigned assigned = new Binding.Assigned(value, scope, steps);
                if (variable.declares()) {
                    scope.bind(variable.name(), assigned);
                    if (variable.type() != null) {
                        scope.bind(variable.name(), new Binding.Typed(variable.type(), scope));
                    }
                } else {
                    later.add(() -> owner(variable.name(), scope).bind(variable.name(), assigned));
                }
            }
            case Target.Member member ->
                field(member.field().of(), member.field().name(), value, scope, steps);
            case Target.Item item -> {
                if (item.index().key() instanceof Expression.Text key) {
                    field(item.index().of(), key.value(), value, scope, steps);
                } else if (item.index().of() instanceof Expression.Name) {
                    field(item.index().of(), Scope.ELEMENTS, value, scope, steps);
                }
            }
            case Target.ListPattern pattern -> {
                for (int i = 0; i < pattern.items().size(); i++) {
                    assign(pattern.items().get(i), value, scope, and(steps, new Step.Position(i)));
                }
            }
            case Target.MapPattern pattern -> {
                for (Target.Entry entry : pattern.entries()) {
                    Target inner = entry.target() instanceof Target.Rest rest ? rest.target() : entry.target();
                    assign(inner, value, scope, and(steps, key(entry)));
                }
            }
            case Target.WithDefault it -> {
                assign(it.target(), value, scope, steps);
                assign(it.target(), it.value(), scope, List.of());
            }
            case Target.Rest it -> assign(it.target(), value, scope, and(steps, new Step.Rest()));
            case Target.Unknown ignored -> {}
        }
    }

    /** Where the members of the object are that {@code this} is. */
    private @Nullable Scope members(Scope scope) {
        FunctionDeclaration method = scope.methodAround();
        return method == null || method.owner() == null
                ? scope.classAround()
                : scopes.methods(method.owner().name());
    }

    private Scope owner(String name, Scope scope) {
        Scope found = scope.lookup(name);
        return found == null ? scopes.root() : found;
    }

    private void field(Expression of, String field, Expression value, Scope scope, List<Step> steps) {
        Binding.Assigned assigned = new Binding.Assigned(value, scope, steps);
        switch (of) {
            case Expression.This ignored -> {
                Scope around = members(scope);
                if (around != null) {
                    around.bindField("this", field, assigned);
                }
            }
            case Expression.Name name when name.name().equals("exports") -> scopes.export(field, value, scope, steps);
            case Expression.Name name
            when name.name().equals("module") && field.equals("exports") -> scopes.exportModule(value, scope);
            case Expression.Field it
            when it.name().equals("exports")
                    && it.of() instanceof Expression.Name name
                    && name.name().equals("module") -> scopes.export(field, value, scope, steps);
            case Expression.Name name ->
                later.add(() -> owner(name.name(), scope).bindField(name.name(), field, assigned));
            default -> {}
        }
    }
}
