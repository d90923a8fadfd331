package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs first: the handler that is named, with the event that it is called with, or all functions of a file. */
final class Entries {
    private final Reach reach;
    private final Evaluator evaluator;
    private final CodeIndex index;
    private final Callbacks callbacks;
    private final Routes routes;
    private List<ProjectValue.FunctionValue> handlers = List.of();

    Entries(Reach reach, Evaluator evaluator, Callbacks callbacks, Routes routes) {
        this.reach = reach;
        this.evaluator = evaluator;
        this.index = evaluator.index();
        this.callbacks = callbacks;
        this.routes = routes;
    }

    /** The functions that are called with the event. */
    List<ProjectValue.FunctionValue> handlers() {
        return handlers;
    }

    /** All functions that a file declares or exports can run, on all that they are given anywhere. */
    void everything(CodeFile file) {
        reach.load(file);
        Scope root = index.scopes(file).root();
        List<FlowValue> values = new ArrayList<>(evaluator.modules().moduleExports(index.scopes(file)));
        root.names()
                .values()
                .forEach(bindings -> bindings.forEach(binding -> {
                    switch (binding) {
                        case Binding.OfFunction it ->
                            reach.visit(new ProjectValue.FunctionValue(it.function(), it.scope(), null, null));
                        case Binding.OfClass it -> {
                            List<ProjectValue.FunctionValue> methods = new ArrayList<>();
                            callbacks.methods(new ProjectValue.ClassValue(it.type(), it.scope()), methods);
                            methods.forEach(reach::visit);
                        }
                        case Binding.Assigned it
                        when it.steps().isEmpty() -> values.add(evaluator.value(it.value(), it.scope(), null));
                        default -> {}
                    }
                }));
        values.forEach(value -> callbacks.in(value).forEach(reach::visit));
    }

    /** The functions that a symbol stands for are called with the event. */
    boolean enter(CodeFile file, String symbol) {
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
                reach.visit(handler);
            } else {
                reach.reach(handler, arguments);
            }
        }
        if (file.language() == Language.GO) {
            // The handler that is named is one that the program is given.
            callbacks
                    .in(evaluator.fields().field(new ProjectValue.ModuleValue(file), "main"))
                    .forEach(reach::visit);
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
                    reach.places().addPage(handler);
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
                callbacks.in(new ProjectValue.ClassValue(it.type(), it.scope())).forEach(reach::visit);
                controllers(file);
            }
        }
    }

    /** The controllers of an application of ASP.NET. */
    void controllers(CodeFile file) {
        List<CodeFile> files = new ArrayList<>(index.siblings(file));
        files.addFirst(file);
        for (CodeFile one : files) {
            index.scopes(one)
                    .root()
                    .names()
                    .values()
                    .forEach(bindings -> bindings.forEach(binding -> {
                        if (binding instanceof Binding.OfClass it && CSharpFunctions.isController(it.type())) {
                            reach.load(one);
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
            reach.reach(method, routes.parameters(method));
        } else {
            reach.visit(method);
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
            reach.made(owner.type());
            found.addAll(found.isEmpty() ? java.of(owner) : List.of());
        }
        if (JavaHandlers.isOfFramework(file)) {
            found.addAll(java.endpoints());
        }
        return found;
    }

    /** The constructor without parameters runs, or one whose parameters are injected. */
    private void constructedByLambda(ProjectValue.ClassValue type) {
        ProjectValue.FunctionValue constructor = Constructors.of(type, List.of(), evaluator);
        if (constructor != null && CSharpFunctions.fits(constructor.function(), List.of())) {
            reach.reach(constructor, List.of());
        } else if (constructor != null) {
            reach.visit(constructor);
        }
    }
}
