package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
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
    private final Entries entries;
    private final Running running;
    private final Set<CodeFile> files = new LinkedHashSet<>();
    private final Set<FunctionDeclaration> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ClassDeclaration> made = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FunctionDeclaration> functionOrder = new ArrayList<>();
    private final Deque<Runnable> todo = new ArrayDeque<>();
    private final Set<FlowCall> calls = new LinkedHashSet<>();
    private final FlowProgram.Sites places = new FlowProgram.Sites();
    private int round;

    Reach(CodeBase code) {
        this.index = new CodeIndex(code);
        this.evaluator = new Evaluator(index, sites);
        this.callbacks = new Callbacks(evaluator);
        Routes routes = new Routes(evaluator);
        this.entries = new Entries(this, evaluator, callbacks, routes);
        this.running = new Running(this, evaluator, routes);
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
            return symbol.isEmpty() || entries.enter(file.get(), symbol)
                    ? List.of()
                    : List.of("'" + symbol + "' is not found in " + path);
        });
    }

    Reached fromAll(List<String> paths) {
        return rounds(() -> {
            for (String path : paths) {
                index.file(path).ifPresent(entries::everything);
            }
            return List.of();
        });
    }

    /** Where functions are called. */
    FlowProgram.Sites places() {
        return places;
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
        return new Reached(
                sorted, functionOrder, List.copyOf(files), gaps, places.program(evaluator, entries.handlers()));
    }

    /** The statements of a file run. */
    void load(CodeFile file) {
        if (files.add(file)) {
            FileScopes scopes = index.scopes(file);
            todo.add(() -> running.block(file.body(), scopes.root()));
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

    /** A function is called with some arguments. */
    void reach(ProjectValue.FunctionValue value, List<FlowArgument> arguments) {
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

    /** A function runs, on what is known of its arguments. */
    void visit(ProjectValue.FunctionValue value) {
        FunctionDeclaration function = value.function();
        receives(value);
        if (functions.add(function)) {
            functionOrder.add(function);
            load(value.scope().file());
            todo.add(() -> running.block(function.body(), value.scope()));
        }
    }

    /** Something is called. */
    void called(FlowValue callee, List<FlowArgument> arguments, Expression call, Scope scope) {
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
        ProjectValue.FunctionValue constructor = Constructors.of(type, arguments, evaluator);
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

    /** A class of Java whose objects a framework makes, or Lambda: its constructors run, with what only their parameters tell. */
    void made(ProjectValue.ClassValue type) {
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
            entries.controllers(scope.file());
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
