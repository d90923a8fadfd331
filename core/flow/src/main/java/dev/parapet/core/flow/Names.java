package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.scope.Step;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names stand for. */
final class Names {
    private record Asked(Scope scope, String name, @Nullable Frame frame) {}

    private final Evaluator evaluator;
    /** The names that are being evaluated: one that needs itself adds nothing. */
    private final Set<Asked> asked = new HashSet<>();

    private int cycles;

    Names(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** How often something was left out, because a name needed itself or calls were too deep: what was found then is not all. */
    int cycles() {
        return cycles;
    }

    /** Says that something was left out. */
    void leaveOut() {
        cycles++;
    }

    FlowValue value(String name, Context context) {
        Scope owner = context.scope().lookup(name);
        if (owner == null) {
            FlowValue member = inClass(name, context);
            return member == null ? undeclared(name, context) : member;
        }
        return owner.type() != null && (owner != context.scope() || isConstructed(owner, name))
                ? evaluator.fields().field(holder(owner, context), name)
                : inScope(name, owner, context.frame());
    }

    /** Whether a field of C# gets its value from a constructor alone, as a parameter of the class itself does. */
    private static boolean isConstructed(Scope type, String name) {
        return type.file().language() == Language.CSHARP
                && type.fields("this").containsKey(name)
                && type.bindings(name).stream().noneMatch(Binding.Assigned.class::isInstance);
    }

    /** The object whose member a name is: that whose method the code is in, or, of an inner class, one of the class around. */
    private FlowValue holder(Scope owner, Context context) {
        return owner.type() == null || owner == context.scope().classAround()
                ? receiver(context)
                : new ProjectValue.ObjectValue(new ProjectValue.ClassValue(owner.type(), owner), null);
    }

    /** What a name stands for that a scope declares. */
    FlowValue inScope(String name, Scope owner, @Nullable Frame called) {
        // What is declared outside of the functions whose calls are followed is the same in all calls.
        Frame frame =
                called != null && (owner.function() == null || called.of(owner.function()) == null) ? null : called;
        Asked question = new Asked(owner, name, frame);
        if (!asked.add(question)) {
            cycles++;
            return Values.CYCLE;
        }
        try {
            List<FlowValue> values = new ArrayList<>();
            bindings(owner.bindings(name), frame, values);
            FlowValue value =
                    values.isEmpty() ? new FlowValue.Unknown("no value is given to it") : Values.either(values);
            return evaluator.fields().withFields(value, owner, name, frame);
        } finally {
            asked.remove(question);
        }
    }

    private void bindings(List<Binding> bindings, @Nullable Frame frame, List<FlowValue> values) {
        boolean given = true;
        Binding.@Nullable Typed typed = null;
        for (Binding binding : bindings) {
            switch (binding) {
                case Binding.Assigned it ->
                    values.add(steps(evaluator.value(it.value(), it.scope(), frame), it.steps()));
                case Binding.OfParameter it -> given &= parameter(it, frame, values);
                case Binding.Default it -> {
                    if (!given) {
                        values.add(evaluator.value(it.value(), it.scope(), frame));
                    }
                }
                case Binding.Imported it ->
                    values.add(evaluator
                            .modules()
                            .imported(it.statement(), it.scope().file()));
                case Binding.OfFunction it ->
                    values.add(new ProjectValue.FunctionValue(it.function(), it.scope(), null, frame));
                case Binding.OfClass it -> values.add(new ProjectValue.ClassValue(it.type(), it.scope()));
                case Binding.Typed it -> typed = it;
                case Binding.Opaque it -> values.add(new FlowValue.Unknown(it.reason()));
            }
        }
        if (typed == null) {
            return;
        }
        boolean nothingKnown = values.stream().allMatch(FlowValue.Unknown.class::isInstance);
        FlowValue any = nothingKnown ? typed(typed.type(), typed.scope()) : null;
        if (any != null) {
            values.clear();
            values.add(any);
        }
        if (typed.scope().file().language() == Language.GO && !nothingKnown) {
            read(typed, values);
        }
        if (JavaNames.applies(typed.scope())) {
            TypeName type = typed.type();
            Scope scope = typed.scope();
            values.replaceAll(value -> evaluator.java().as(value, type, scope));
        }
    }

    /** What a variable of Go was filled with, as an object of its type. */
    private void read(Binding.Typed typed, List<FlowValue> values) {
        if (typed(typed.type(), typed.scope()) instanceof ProjectValue.ObjectValue object) {
            values.replaceAll(value -> switch (value) {
                case FlowValue.Event it -> new ProjectValue.ObjectValue(object.type(), null, it);
                case FlowValue.Member it -> new ProjectValue.ObjectValue(object.type(), null, it);
                case FlowValue.Item it -> new ProjectValue.ObjectValue(object.type(), null, it);
                case FlowValue.Result it -> new ProjectValue.ObjectValue(object.type(), null, it);
                default -> value;
            });
        }
    }

    /** Follows a value into the part that a pattern takes. */
    FlowValue steps(FlowValue value, List<Step> steps) {
        FlowValue result = value;
        for (Step step : steps) {
            result = switch (step) {
                case Step.Key it -> evaluator.fields().field(result, it.name());
                case Step.Position it -> position(result, it.index());
                case Step.Any ignored -> evaluator.fields().item(result, new FlowValue.Unknown("the key is computed"));
                case Step.Rest ignored -> result;
            };
        }
        return result;
    }

    /** The first result of a function of Go is what it gives; the others say how it went. */
    private FlowValue position(FlowValue value, int index) {
        FlowValue.Scalar key = new FlowValue.Scalar(String.valueOf(index));
        return index == 0 && Values.alternatives(value).stream().anyMatch(Names::isResultOfGo)
                ? Values.each(
                        value, it -> isResultOfGo(it) ? it : evaluator.fields().item(it, key))
                : evaluator.fields().item(value, key);
    }

    private static boolean isResultOfGo(FlowValue value) {
        return value instanceof FlowValue.Result it && it.call().file().language() == Language.GO;
    }

    /** Adds what a parameter gets; whether every call gives it something. */
    private boolean parameter(Binding.OfParameter it, @Nullable Frame frame, List<FlowValue> values) {
        Frame call = frame == null ? null : frame.of(it.function());
        if (call != null) {
            FlowValue argument = Arguments.of(it.parameter(), it.position(), it.function(), call.arguments());
            FlowValue known = argument == null && JavaNames.applies(it.scope()) ? typedParameter(it) : argument;
            if (known != null) {
                values.add(steps(declared(known, it), it.steps()));
            }
            return argument != null;
        }
        Set<List<FlowArgument>> sites = evaluator.sites().of(it.function());
        boolean given = !sites.isEmpty();
        for (List<FlowArgument> arguments : sites) {
            FlowValue argument = Arguments.of(it.parameter(), it.position(), it.function(), arguments);
            if (argument == null) {
                given = false;
            } else {
                values.add(steps(declared(argument, it), it.steps()));
            }
        }
        FlowValue typed = sites.isEmpty() ? typedParameter(it) : null;
        if (typed != null) {
            values.add(steps(typed, it.steps()));
        } else if (sites.isEmpty()) {
            values.add(new FlowValue.Unknown("it is given by a caller outside of the project"));
        }
        return given;
    }

    /** An argument as what the parameter is declared to be. */
    private FlowValue declared(FlowValue argument, Binding.OfParameter parameter) {
        TypeName type = Arguments.type(parameter.parameter().target());
        if (type == null) {
            return argument;
        }
        if (argument instanceof FlowValue.Event
                && parameter.scope().file().language() != Language.TYPESCRIPT
                && parameter.scope().file().language() != Language.PYTHON) {
            FlowValue narrow = Declared.part(argument, type, parameter.scope(), evaluator);
            if (!narrow.equals(argument)) {
                return narrow;
            }
        }
        return switch (parameter.scope().file().language()) {
            case JAVA -> evaluator.java().as(argument, type, parameter.scope());
            // Lambda reads the event as an object of what the handler takes.
            case GO, CSHARP ->
                argument instanceof FlowValue.Event
                                && typed(type, parameter.scope()) instanceof ProjectValue.ObjectValue object
                        ? new ProjectValue.ObjectValue(object.type(), null, argument)
                        : argument;
            case PYTHON, JAVASCRIPT, TYPESCRIPT -> argument;
        };
    }

    private @Nullable FlowValue typedParameter(Binding.OfParameter it) {
        TypeName type = Arguments.type(it.parameter().target());
        return type == null ? null : typed(type, it.scope());
    }

    /** Some object of a declared type; null where the type tells nothing. */
    @Nullable
    FlowValue typed(TypeName type, Scope scope) {
        FlowValue named = type(type, scope);
        if (JavaNames.applies(scope) && named instanceof FlowValue.Either) {
            return Values.each(named, it -> new FlowValue.Instance(it, List.of(), null));
        }
        return switch (named) {
            case ProjectValue.ClassValue it -> new ProjectValue.ObjectValue(it, null);
            case FlowValue.Library it -> new FlowValue.Instance(it, List.of(), null);
            case FlowValue.Member it -> {
                FlowValue bean = JavaNames.applies(scope) ? evaluator.java().bean(it, scope.file()) : null;
                yield bean == null ? new FlowValue.Instance(it, List.of(), null) : bean;
            }
            case FlowValue.Global it
            when scope.file().language() == Language.CSHARP
                    && Character.isUpperCase(it.name().charAt(0)) -> new FlowValue.Instance(it, List.of(), null);
            default -> null;
        };
    }

    /** The class that a type names. */
    FlowValue type(TypeName type, Scope scope) {
        if (type.name().equals("[]")) {
            return new FlowValue.Unknown("an array is of no class");
        }
        @Nullable FlowValue value = null;
        for (String part : type.name().split("\\.", -1)) {
            value = value == null
                    ? value(part, new Context(scope, null))
                    : evaluator.fields().field(value, part);
        }
        return value == null ? new FlowValue.Unknown("the type has no name") : value;
    }

    /** A member of the class around that stands in another part of it, or in a class of the project above it (C#). */
    private @Nullable FlowValue inClass(String name, Context context) {
        Scope around = context.scope().classAround();
        if (context.scope().file().language() != Language.CSHARP || around == null || around.type() == null) {
            return null;
        }
        ProjectValue.ClassValue type = new ProjectValue.ClassValue(around.type(), around);
        ProjectValue.ObjectValue object = receiver(context) instanceof ProjectValue.ObjectValue it ? it : null;
        return evaluator.fields().objects().declared(type, name, object);
    }

    private FlowValue undeclared(String name, Context context) {
        Scope scope = context.scope();
        if (JavaNames.applies(scope)) {
            return evaluator.java().undeclared(name, context);
        }
        for (CodeFile sibling : evaluator.index().siblings(scope.file())) {
            Scope root = evaluator.index().scopes(sibling).root();
            if (!root.bindings(name).isEmpty()) {
                return inScope(name, root, null);
            }
        }
        if (scope.file().language() == Language.CSHARP) {
            // Of which namespace a name is, only the libraries say. Their names are told apart by themselves.
            return new FlowValue.Global(name);
        }
        List<FlowValue> candidates = new ArrayList<>();
        Scope root = scope.scopes().root();
        for (String module : root.wildcards()) {
            Optional<CodeFile> file = evaluator.index().resolve(module, scope.file());
            if (file.isEmpty()) {
                candidates.add(new FlowValue.Member(new FlowValue.Library(module), name));
            } else {
                FlowValue found = evaluator.modules().export(file.get(), name);
                if (found != null) {
                    return found;
                }
            }
        }
        return candidates.isEmpty() ? new FlowValue.Global(name) : Values.either(candidates);
    }

    /** The object whose method the code is in. */
    FlowValue receiver(Context context) {
        FlowValue known = context.frame() == null ? null : context.frame().receiver();
        if (known != null) {
            return known;
        }
        FunctionDeclaration method = context.scope().methodAround();
        if (method != null && method.owner() != null) {
            FlowValue object = typed(method.owner(), context.scope().scopes().root());
            return object == null ? new FlowValue.Unknown("its type is not found") : object;
        }
        Scope around = context.scope().classAround();
        if (around == null || around.type() == null) {
            return new FlowValue.Unknown("it is the object of a function outside of a class");
        }
        ProjectValue.ClassValue type = new ProjectValue.ClassValue(around.type(), around);
        for (Scope scope = context.scope(); scope != null && scope != around; scope = scope.parent()) {
            FunctionDeclaration function = scope.function();
            if (scope.parent() == around && function != null && function.is(FunctionDeclaration.Modifier.STATIC)) {
                return type;
            }
            if (scope.parent() == around && function != null && JavaNames.applies(scope)) {
                return anyReceiver(function, type);
            }
        }
        return new ProjectValue.ObjectValue(type, null);
    }

    /** An object of one of the classes on whose objects a method is called: what it calls is theirs. */
    private FlowValue anyReceiver(FunctionDeclaration method, ProjectValue.ClassValue declaring) {
        List<FlowValue> receivers = new ArrayList<>();
        for (ProjectValue.ClassValue type : evaluator.sites().receivers(method)) {
            receivers.add(new ProjectValue.ObjectValue(type, null));
        }
        return receivers.isEmpty() ? new ProjectValue.ObjectValue(declaring, null) : Values.either(receivers);
    }

    /** The object as one of the class above. */
    FlowValue above(Context context) {
        Scope around = context.scope().classAround();
        if (around == null || around.type() == null) {
            return new FlowValue.Unknown("there is no class around");
        }
        List<FlowValue> supers = new ArrayList<>();
        for (TypeName type : around.type().supers()) {
            FlowValue value = type(type, around.parent() == null ? around : around.parent());
            supers.add(
                    value instanceof ProjectValue.ClassValue it
                            ? new ProjectValue.ObjectValue(it, null)
                            : new FlowValue.Instance(value, List.of(), null));
        }
        return supers.isEmpty() ? new FlowValue.Unknown("the class has none above") : supers.getFirst();
    }
}
