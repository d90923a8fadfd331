package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.scope.Step;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeBase;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can run when a handler is called, worked out in rounds: each finds, with the call sites known so far, what is called;
 * when a round finds nothing new, it was the last.
 */
final class Reach {
    /** Rounds; a call through a parameter needs one more for each function that it is handed through. */
    private static final int MAXIMUM_ROUNDS = 16;

    /** From this round on, what grows from round to round (a text that a recursion adds to) is made to stop growing. */
    private static final int FIRST_WIDENED = 3;

    /** From this round on, arguments that are new are only said to be there. */
    private static final int FIRST_GIVEN_UP = 8;

    private final CodeIndex index;
    private final CallSites sites = new CallSites();
    private final Evaluator evaluator;
    private final Callbacks callbacks;
    private final Routes routes;
    private final Set<CodeFile> files = new LinkedHashSet<>();
    private final Set<FunctionDeclaration> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ClassDeclaration> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FunctionDeclaration> functionOrder = new ArrayList<>();
    private final Deque<Runnable> todo = new ArrayDeque<>();
    private final Set<FlowCall> calls = new LinkedHashSet<>();
    private final FlowProgram.Sites places = new FlowProgram.Sites();
    private List<ProjectValue.FunctionValue> handlers = List.of();
    private int round;

    Reach(CodeBase code) {
        this.index = new CodeIndex(code);
        this.evaluator = new Evaluator(index, sites);
        this.callbacks = new Callbacks(evaluator);
        this.routes = new Routes(evaluator);
    }

    Reached from(String path, String symbol) {
        Optional<CodeFile> file = index.file(path);
        if (file.isEmpty()) {
            return new Reached(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("there is no code at " + path),
                    places.program(evaluator, List.of()));
        }
        return rounds(() -> {
            load(file.get());
            return symbol.isEmpty() || enter(file.get(), symbol)
                    ? List.of()
                    : List.of("'" + symbol + "' is not found in " + path);
        });
    }

    Reached fromAll(List<String> paths) {
        return rounds(() -> {
            for (String path : paths) {
                index.file(path).ifPresent(this::everything);
            }
            return List.of();
        });
    }

    /** Goes round until nothing new is found; {@code start} begins each, and says what is missing. */
    private Reached rounds(Supplier<List<String>> start) {
        List<String> gaps = new ArrayList<>();
        int before = -1;
        for (round = 0; before != sites.count() + functionOrder.size(); round++) {
            if (round == MAXIMUM_ROUNDS) {
                gaps.add("functions are handed on too often to follow all of them");
                break;
            }
            before = sites.count() + functionOrder.size();
            evaluator.forget();
            files.clear();
            functions.clear();
            functionOrder.clear();
            calls.clear();
            places.clear();
            made.clear();
            List<String> missing = start.get();
            while (!todo.isEmpty()) {
                todo.removeFirst().run();
            }
            if (round == 0) {
                gaps.addAll(missing);
            }
        }
        if (evaluator.isExhausted()) {
            gaps.add("the code is too large to follow");
        }
        List<FlowCall> sorted = new ArrayList<>(calls);
        sorted.sort(Comparator.comparing((FlowCall call) -> call.file().path())
                .thenComparingInt(call -> call.range().start())
                .thenComparingInt(call -> -call.range().end()));
        return new Reached(sorted, functionOrder, List.copyOf(files), gaps, places.program(evaluator, handlers));
    }

    /** All functions that a file declares or exports can run, on all that they are given anywhere. */
    private void everything(CodeFile file) {
        load(file);
        Scope root = index.scopes(file).root();
        List<FlowValue> values = new ArrayList<>(evaluator.modules().moduleExports(index.scopes(file)));
        root.names()
                .values()
                .forEach(bindings -> bindings.forEach(binding -> {
                    switch (binding) {
                        case Binding.OfFunction it ->
                            visit(new ProjectValue.FunctionValue(it.function(), it.scope(), null, null));
                        case Binding.OfClass it -> {
                            List<ProjectValue.FunctionValue> methods = new ArrayList<>();
                            callbacks.methods(new ProjectValue.ClassValue(it.type(), it.scope()), methods);
                            methods.forEach(this::visit);
                        }
                        case Binding.Assigned it
                        when it.steps().isEmpty() -> values.add(evaluator.value(it.value(), it.scope(), null));
                        default -> {}
                    }
                }));
        values.forEach(value -> callbacks.in(value).forEach(this::visit));
    }

    /** The functions that a symbol stands for are called with the event. */
    private boolean enter(CodeFile file, String symbol) {
        FlowValue value = new ProjectValue.ModuleValue(file);
        ProjectValue.@Nullable ObjectValue owner = null;
        for (String part : symbol.split("[.$]", -1)) {
            value = evaluator.fields().field(value, part);
            // A handler that is a method of a class is called on an object of it.
            value = Values.each(
                    value,
                    it -> it instanceof ProjectValue.ClassValue type
                            ? new ProjectValue.ObjectValue(type, List.of())
                            : it);
            owner = value instanceof ProjectValue.ObjectValue object ? object : owner;
        }
        List<FlowArgument> event = List.of(
                new FlowArgument(null, new FlowValue.Event(List.of())),
                new FlowArgument(null, new FlowValue.Unknown("it is the context of the invocation")),
                new FlowArgument(null, new FlowValue.Unknown("it is the callback of the invocation")));
        handlers = file.language() == Language.JAVA ? java(value, file, owner) : callbacks.in(value);
        for (ProjectValue.FunctionValue handler : handlers) {
            FlowValue context = DurableContext.of(value, handler.function());
            List<FlowArgument> given =
                    context == null ? event : List.of(event.getFirst(), new FlowArgument(null, context));
            List<FlowArgument> arguments = event(handler, file.language(), given);
            if (arguments.isEmpty()) {
                visit(handler);
            } else {
                reach(handler, arguments);
            }
        }
        if (file.language() == Language.GO) {
            // The handler that is named is one that the program is given.
            callbacks
                    .in(evaluator.fields().field(new ProjectValue.ModuleValue(file), "main"))
                    .forEach(this::visit);
        }
        if (file.language() == Language.CSHARP && handlers.isEmpty()) {
            inherited(file, symbol);
        }
        if (file.language() == Language.CSHARP && owner != null) {
            constructedByLambda(owner.type());
        }
        return !handlers.isEmpty()
                || value instanceof FlowValue.Result
                || value instanceof FlowValue.Instance
                || value instanceof FlowValue.Member member && !(member.of() instanceof ProjectValue);
    }

    private List<FlowArgument> event(
            ProjectValue.FunctionValue handler, Language language, List<FlowArgument> otherwise) {
        return switch (language) {
            case GO -> GoFunctions.event(handler.function());
            case CSHARP -> {
                List<FlowArgument> annotated = CSharpFunctions.annotated(handler.function());
                yield annotated == null ? otherwise : annotated;
            }
            case JAVA -> {
                if (JavaHandlers.returnsPage(handler.function())) {
                    places.addPage(handler);
                }
                yield JavaHandlers.isEndpoint(handler.function()) ? routes.parameters(handler) : otherwise;
            }
            case PYTHON, JAVASCRIPT, TYPESCRIPT -> otherwise;
        };
    }

    /** A handler that a library's class gives to one of the project: all that is in that can run, and the controllers. */
    private void inherited(CodeFile file, String symbol) {
        String name = symbol.split("\\.", -1)[0];
        for (Binding binding : index.scopes(file).root().bindings(name)) {
            if (binding instanceof Binding.OfClass it) {
                callbacks.in(new ProjectValue.ClassValue(it.type(), it.scope())).forEach(this::visit);
                controllers(file);
            }
        }
    }

    /** The controllers of an application of ASP.NET. */
    private void controllers(CodeFile file) {
        List<CodeFile> files = new ArrayList<>(index.siblings(file));
        files.addFirst(file);
        for (CodeFile one : files) {
            index.scopes(one)
                    .root()
                    .names()
                    .values()
                    .forEach(bindings -> bindings.forEach(binding -> {
                        if (binding instanceof Binding.OfClass it && CSharpFunctions.isController(it.type())) {
                            load(one);
                            callbacks
                                    .in(new ProjectValue.ClassValue(it.type(), it.scope()))
                                    .forEach(this::action);
                        }
                    }));
        }
    }

    /** A method of a controller is called with parts of the request where an attribute gives it a route. */
    private void action(ProjectValue.FunctionValue method) {
        if (CSharpFunctions.isAction(method.function())) {
            reach(method, routes.parameters(method));
        } else {
            visit(method);
        }
    }

    /** The methods that a handler of Java names, or that are called where it names a class; those that a framework finds, too. */
    private List<ProjectValue.FunctionValue> java(
            FlowValue value, CodeFile file, ProjectValue.@Nullable ObjectValue owner) {
        List<ProjectValue.FunctionValue> found = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            if (it instanceof ProjectValue.FunctionValue function) {
                found.add(function);
            }
        }
        JavaHandlers java = new JavaHandlers(evaluator);
        if (owner != null) {
            made(owner.type());
            found.addAll(found.isEmpty() ? java.of(owner) : List.of());
        }
        if (JavaHandlers.isOfFramework(file)) {
            found.addAll(java.endpoints());
        }
        return found;
    }

    private void load(CodeFile file) {
        if (files.add(file)) {
            FileScopes scopes = index.scopes(file);
            todo.add(() -> block(file.body(), scopes.root()));
            if (file.language() == Language.GO) {
                // A package is loaded as a whole, and its init functions run:
                // https://go.dev/ref/spec#Package_initialization.
                index.siblings(file).forEach(this::load);
                for (Binding binding : scopes.root().bindings("init")) {
                    if (binding instanceof Binding.OfFunction it) {
                        visit(new ProjectValue.FunctionValue(it.function(), it.scope(), null, null));
                    }
                }
            }
        }
    }

    private void reach(ProjectValue.FunctionValue value, List<FlowArgument> arguments) {
        List<FlowArgument> given = round < FIRST_WIDENED ? arguments : Widening.of(arguments);
        Set<List<FlowArgument>> others = sites.of(value.function());
        if (!others.contains(arguments) && !others.contains(given)) {
            sites.add(value.function(), round < FIRST_GIVEN_UP ? given : Widening.givenUp(given, others));
        }
        visit(value);
    }

    private void receives(ProjectValue.FunctionValue method) {
        if (method.receiver() instanceof ProjectValue.ObjectValue object && JavaNames.applies(method.scope())) {
            sites.addReceiver(method.function(), object.type());
            if (object.arguments() == null) {
                made(object.type());
            }
        }
    }

    private void visit(ProjectValue.FunctionValue value) {
        FunctionDeclaration function = value.function();
        receives(value);
        if (functions.add(function)) {
            functionOrder.add(function);
            load(value.scope().file());
            todo.add(() -> block(function.body(), value.scope()));
        }
    }

    private void block(List<Statement> statements, Scope scope) {
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.Import it ->
                    index.resolve(it.module(), scope.file()).ifPresent(this::load);
                case Statement.Reexport it ->
                    index.resolve(it.module(), scope.file()).ifPresent(this::load);
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
                called(
                        evaluator.callee(it.callee(), new Context(scope, null)),
                        evaluator.arguments(it.arguments(), new Context(scope, null)),
                        it,
                        scope);
            case Expression.New it ->
                called(
                        evaluator.value(it.type(), scope, null),
                        evaluator.arguments(it.arguments(), new Context(scope, null)),
                        it,
                        scope);
            case Expression.Field it -> {
                getter(it, scope);
                if (JavaNames.applies(scope)
                        && evaluator.value(it.of(), scope, null) instanceof ProjectValue.ClassValue type) {
                    load(type.scope().file());
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
                reach(own, List.of(new FlowArgument(null, function)));
            } else if (Callbacks.registers(alternative)) {
                List<FlowArgument> given = routes.ofDecorator(alternative, function);
                if (Routes.returnsPage(alternative)) {
                    places.addPage(function);
                }
                if (given == null || given.isEmpty()) {
                    visit(function);
                } else {
                    reach(function, given);
                }
            }
        }
    }

    private void getter(Expression.Field field, Scope scope) {
        for (FlowValue of : Values.alternatives(evaluator.value(field.of(), scope, null))) {
            if (of instanceof ProjectValue.ObjectValue object) {
                evaluator.fields().objects().getter(object, field.name()).ifPresent(it -> reach(it, List.of()));
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
                        sites.addField(
                                object.type().type(), it.field().name(), new Binding.Assigned(value, scope, steps));
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

    private void called(FlowValue callee, List<FlowArgument> arguments, Expression call, Scope scope) {
        for (FlowValue alternative : Values.alternatives(Overloads.of(callee, arguments))) {
            switch (Calls.method(alternative)) {
                case ProjectValue.FunctionValue function -> {
                    places.add(function.function(), new CallSite(call, scope));
                    reach(function, arguments);
                }
                case ProjectValue.ClassValue type -> constructed(type, arguments, new CallSite(call, scope));
                case ProjectValue.ObjectValue object
                when call instanceof Expression.Call it
                        && (it.callee() instanceof Expression.Super
                                || it.callee() instanceof Expression.This && makes(scope)) ->
                    constructed(object.type(), arguments, new CallSite(call, scope));
                case ProjectValue.ModuleValue module ->
                    called(
                            Values.either(evaluator.modules().moduleExports(index.scopes(module.file()))),
                            arguments,
                            call,
                            scope);
                case FlowValue foreign -> foreign(foreign, arguments, call, scope);
            }
        }
    }

    private void constructed(ProjectValue.ClassValue type, List<FlowArgument> arguments, CallSite site) {
        load(type.scope().file());
        List<FlowArgument> given = round < FIRST_WIDENED ? arguments : Widening.of(arguments);
        Set<List<FlowArgument>> others = sites.objects(type.type());
        if (!others.contains(arguments) && !others.contains(given)) {
            sites.addObject(type.type(), round < FIRST_GIVEN_UP ? given : Widening.givenUp(given, others));
        }
        ProjectValue.FunctionValue constructor = evaluator.fields().objects().constructor(type, arguments);
        if (constructor != null) {
            places.add(constructor.function(), site);
            if (JavaNames.applies(type.scope()) && !Overloads.fits(constructor.function(), arguments)) {
                visit(constructor);
            } else {
                reach(constructor, arguments);
            }
        }
    }

    /** Whether a call of {@code this} calls another constructor. */
    private static boolean makes(Scope scope) {
        return JavaNames.applies(scope) || scope.file().language() == Language.CSHARP;
    }

    /** The constructor without parameters runs, or one whose parameters are injected. */
    private void constructedByLambda(ProjectValue.ClassValue type) {
        ProjectValue.FunctionValue constructor = evaluator.fields().objects().constructor(type, List.of());
        if (constructor != null && CSharpFunctions.fits(constructor.function(), List.of())) {
            reach(constructor, List.of());
        } else if (constructor != null) {
            visit(constructor);
        }
    }

    /** A class of Java whose objects a framework makes, or Lambda: its constructors run, with what only their parameters tell. */
    private void made(ProjectValue.ClassValue type) {
        if (!made.add(type.type()) || !sites.objects(type.type()).isEmpty()) {
            return;
        }
        load(type.scope().file());
        for (Statement member : type.type().body()) {
            if (member instanceof FunctionDeclaration function
                    && function.is(FunctionDeclaration.Modifier.CONSTRUCTOR)) {
                visit(new ProjectValue.FunctionValue(
                        function, type.scope().scopes().of(function), null, null));
            }
        }
    }

    private void foreign(FlowValue callee, List<FlowArgument> arguments, Expression call, Scope scope) {
        if (callee instanceof FlowValue.Member member && member.of() instanceof ProjectValue.FunctionValue function) {
            // f.call(object, …), f.apply(…), f.bind(…)
            if (JavaNames.applies(scope)) {
                reach(function, arguments);
                return;
            }
            boolean called = member.name().equals("call") && !arguments.isEmpty();
            reach(function, called ? arguments.subList(1, arguments.size()) : List.of());
            return;
        }
        switch (evaluator.calls().module(callee, arguments, scope.file())) {
            case ProjectValue.ModuleValue module -> {
                load(module.file());
                return;
            }
            case FlowValue.Library ignored -> {
                return;
            }
            case null, default -> {}
        }
        places.add(scope.file(), new CallSite(call, scope));
        calls.add(new FlowCall(
                scope.file(),
                call.range(),
                call instanceof Expression.New,
                callee,
                evaluator.calls().configured(callee, arguments, new FlowValue.Place(scope.file(), call.range())),
                function(scope)));
        if (scope.file().language() == Language.CSHARP && CSharpFunctions.runsControllers(callee)) {
            controllers(scope.file());
        }
        callbacks.of(callee, arguments).forEach((function, given) -> {
            if (given.isEmpty()) {
                visit(function);
            } else {
                reach(function, given);
            }
        });
    }

    private static @Nullable String function(Scope scope) {
        for (Scope around = scope; around != null; around = around.parent()) {
            if (around.function() != null && around.function().name() != null) {
                return around.function().name();
            }
        }
        return null;
    }
}
