package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members of classes of the project and of their objects, inherited ones too. */
final class Objects {
    /** Classes above one another. */
    private static final int MAXIMUM_HEIGHT = 16;

    private final Evaluator evaluator;
    /** What is being evaluated of what fields are assigned: one that needs itself adds nothing. */
    private final Set<Expression> asked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Which members were looked for in embedded fields: structs can embed each other in many ways. */
    private final Set<Embedding> embedding = new HashSet<>();

    /** Which names are being looked for in classes around and above: a class can name itself as one above it. */
    private final Set<Embedding> lookedFor = new HashSet<>();

    private record Embedding(ProjectValue.ClassValue type, String name) {}

    private final JavaSubtypes subtypes;
    private final Implementations implementations;

    Objects(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.subtypes = new JavaSubtypes(evaluator);
        this.implementations = new Implementations(evaluator, this);
    }

    /**
     * A member.
     *
     * @param object whose member it is; null for the class's own
     */
    FlowValue member(ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object) {
        FlowValue found = find(type, name, object, 0);
        if (object != null && JavaNames.applies(type.scope()) && (found == null || found instanceof FlowValue.Member)) {
            List<FlowValue> implemented = belowInJava(type, name, object);
            found = implemented.isEmpty() ? found : Values.either(implemented);
        }
        return found == null ? new FlowValue.Member(object == null ? type : object, name) : found;
    }

    /** A member that code of the project declares; null where there is none. */
    @Nullable
    FlowValue declared(ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object) {
        if (!lookedFor.add(new Embedding(type, name))) {
            return null;
        }
        try {
            FlowValue found = find(type, name, object, 0);
            boolean foreign = found instanceof FlowValue.Member member && member.of() instanceof FlowValue.Instance;
            return foreign ? null : found;
        } finally {
            lookedFor.remove(new Embedding(type, name));
        }
    }

    /** A member that only classes below have: what an object of a declared type of Java can be. */
    private List<FlowValue> belowInJava(ProjectValue.ClassValue type, String name, ProjectValue.ObjectValue object) {
        List<FlowValue> values = new ArrayList<>();
        boolean named = name.isEmpty() || Character.isUpperCase(name.charAt(0));
        for (ProjectValue.ClassValue it : named ? List.<ProjectValue.ClassValue>of() : subtypes.of(type)) {
            FlowValue found = find(it, name, new ProjectValue.ObjectValue(it, null, object.from()), 0);
            if (found != null && !(found instanceof FlowValue.Member)) {
                values.add(found);
            }
        }
        return values;
    }

    private @Nullable FlowValue find(
            ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object, int height) {
        List<FlowValue> values = new ArrayList<>();
        // Fields and methods of one name are different things in Java; in other languages a method is a field's value.
        List<FlowValue> methods = JavaNames.applies(type.scope()) ? new ArrayList<>() : values;
        Frame made = frame(object);
        List<Scope> scopes = ClassScopes.of(type, evaluator);
        for (Binding binding : ClassScopes.bindings(scopes, name)) {
            switch (binding) {
                // A method that stands in its type is that of an interface.
                case Binding.OfFunction it when isOfInterface(it) -> {}
                case Binding.OfFunction it -> method(it, object, methods);
                case Binding.OfClass it -> values.add(new ProjectValue.ClassValue(it.type(), it.scope()));
                case Binding.Assigned it when isIdle(it, type, object) -> {}
                case Binding.Assigned it -> values.add(assigned(it, made));
                case Binding.Typed ignored -> {}
                case Binding.OfParameter ignored -> {}
                case Binding.Default ignored -> {}
                case Binding.Imported ignored -> {}
                case Binding.Opaque ignored -> {}
            }
        }
        for (Scope scope : scopes) {
            for (Binding.Assigned it : scope.fields("this").getOrDefault(name, List.of())) {
                if (!isIdle(it, type, object)) {
                    values.add(assigned(it, made));
                }
            }
        }
        if (object != null) {
            values.addAll(given(type, name, object));
        }
        boolean java = methods != values;
        boolean nothingKnown = values.isEmpty() || values.stream().allMatch(FlowValue.Unknown.class::isInstance);
        FlowValue read = object == null ? null : read(type, name, object, scopes, values);
        if (read != null) {
            values.clear();
            values.add(read);
            nothingKnown = false;
        }
        for (Binding binding : java ? ClassScopes.bindings(scopes, name) : List.<Binding>of()) {
            if (binding instanceof Binding.Typed it) {
                values.replaceAll(value -> evaluator.java().as(value, it.type(), type.scope()));
            }
        }
        if (nothingKnown) {
            for (Binding binding : ClassScopes.bindings(scopes, name)) {
                FlowValue typed =
                        binding instanceof Binding.Typed it ? evaluator.names().typed(it.type(), type.scope()) : null;
                if (typed != null && !java) {
                    return typed;
                } else if (typed != null) {
                    values.clear();
                    values.add(typed);
                }
            }
        }
        if (java) {
            values.addAll(methods);
        }
        if (values.isEmpty() && object != null && Implementations.isInterface(type)) {
            values.addAll(implementations.implemented(type, name));
        }
        if (values.isEmpty()
                && object != null
                && height == 0
                && type.scope().file().language() == Language.CSHARP) {
            values.addAll(implementations.overridden(type, name));
        }
        return values.isEmpty() ? inherited(type, name, object, height) : Values.either(values);
    }

    /** A field of an object that a library made of data: the part of the data, as the field is declared; null where it is none. */
    private @Nullable FlowValue read(
            ProjectValue.ClassValue type,
            String name,
            ProjectValue.ObjectValue object,
            List<Scope> scopes,
            List<FlowValue> values) {
        boolean python = type.scope().file().language() == Language.PYTHON;
        FlowValue from = object.from() == null && python ? Models.spread(type, object, evaluator) : object.from();
        // What stands beside a field of a model in Python is its default, or describes it.
        boolean own = !python && !values.stream().allMatch(Objects::isAny);
        if (from == null || own || !type.scope().names().containsKey(name)) {
            return null;
        }
        FlowValue part = evaluator.fields().field(from, name);
        TypeName declared = null;
        for (Binding binding : ClassScopes.bindings(scopes, name)) {
            if (python && binding instanceof Binding.OfFunction) {
                return null;
            }
            declared = binding instanceof Binding.Typed it ? it.type() : declared;
        }
        if (declared == null) {
            return part;
        }
        FlowValue known = Declared.field(part, declared, type, name, evaluator);
        for (FlowValue value : values) {
            known = Declared.described(known, value);
        }
        ProjectValue.ObjectValue inner =
                known.equals(part) && python ? Models.inner(declared, type, part, evaluator) : null;
        return inner == null ? known : inner;
    }

    /** Whether no more is known of a value than its type. */
    private static boolean isAny(FlowValue value) {
        return value instanceof FlowValue.Unknown
                || value instanceof ProjectValue.ObjectValue object
                        && object.arguments() == null
                        && object.from() == null;
    }

    /** Whether it is assigned by a constructor of C# that nothing calls: of several, one is there for tests. */
    private boolean isIdle(
            Binding.Assigned it, ProjectValue.ClassValue type, ProjectValue.@Nullable ObjectValue object) {
        FunctionDeclaration function = it.scope().function();
        if (function == null
                || !function.is(Modifier.CONSTRUCTOR)
                || type.scope().file().language() != Language.CSHARP
                || !evaluator.sites().of(function).isEmpty()) {
            return false;
        }
        List<FlowArgument> arguments = object == null || object.arguments() == null ? List.of() : object.arguments();
        ProjectValue.FunctionValue chosen = Constructors.of(type, arguments, evaluator);
        return chosen != null
                && chosen.function() != function
                && (CSharpFunctions.fits(chosen.function(), arguments)
                        || !evaluator.sites().of(chosen.function()).isEmpty());
    }

    private static boolean isOfInterface(Binding.OfFunction it) {
        return it.scope().file().language() == Language.GO && it.function().owner() == null;
    }

    private void method(Binding.OfFunction it, ProjectValue.@Nullable ObjectValue object, List<FlowValue> values) {
        ProjectValue.FunctionValue function = new ProjectValue.FunctionValue(it.function(), it.scope(), object, null);
        if (it.function().is(Modifier.GETTER)) {
            values.add(evaluator.calls().follow(function, List.of()));
        } else if (!it.function().is(Modifier.SETTER)) {
            values.add(function);
        }
    }

    /** What a field of an object is given where the object is made, and by whoever holds it. */
    private List<FlowValue> given(ProjectValue.ClassValue type, String name, ProjectValue.ObjectValue object) {
        List<FlowValue> values = new ArrayList<>();
        ClassDeclaration declaration = object.type().type();
        Collection<List<FlowArgument>> made =
                object.arguments() == null ? evaluator.sites().objects(declaration) : List.of(object.arguments());
        for (List<FlowArgument> arguments : made) {
            FlowValue value = InitialFields.of(object.type(), name, arguments, evaluator);
            if (value != null) {
                values.add(value);
            }
        }
        for (Binding.Assigned it : evaluator.sites().fields(type.type(), name)) {
            values.add(assigned(it, null));
        }
        return values;
    }

    private FlowValue assigned(Binding.Assigned it, @Nullable Frame made) {
        if (made != null) {
            return evaluator.names().steps(evaluator.value(it.value(), it.scope(), made), it.steps());
        }
        if (!asked.add(it.value())) {
            evaluator.names().leaveOut();
            return Values.CYCLE;
        }
        try {
            return evaluator.names().steps(evaluator.value(it.value(), it.scope(), null), it.steps());
        } finally {
            asked.remove(it.value());
        }
    }

    private @Nullable FlowValue inherited(
            ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object, int height) {
        if (height >= MAXIMUM_HEIGHT) {
            return null;
        }
        @Nullable FlowValue foreign = null;
        if (object != null && type.scope().file().language() == Language.GO) {
            return embedded(type, name, object);
        }
        for (TypeName above : type.type().supers()) {
            switch (ClassScopes.above(type, above, evaluator)) {
                case ProjectValue.ClassValue it -> {
                    FlowValue found = find(it, name, object, height + 1);
                    if (found != null) {
                        return found;
                    }
                }
                case FlowValue.Library it -> foreign = it;
                case FlowValue.Member it -> foreign = it;
                case FlowValue.Global it when type.scope().file().language() == Language.CSHARP -> foreign = it;
                default -> {}
            }
        }
        if (foreign == null || object == null && Models.isFactory(name)) {
            return null;
        }
        return new FlowValue.Member(new FlowValue.Instance(foreign, List.of(), null), name);
    }

    /** A member that an embedded field gives to the struct: https://go.dev/ref/spec#Struct_types. */
    private @Nullable FlowValue embedded(ProjectValue.ClassValue type, String name, ProjectValue.ObjectValue object) {
        boolean outermost = embedding.isEmpty();
        try {
            return embedding.add(new Embedding(type, name)) ? promoted(type, name, object) : null;
        } finally {
            if (outermost) {
                embedding.clear();
            }
        }
    }

    private @Nullable FlowValue promoted(ProjectValue.ClassValue type, String name, ProjectValue.ObjectValue object) {
        for (TypeName above : type.type().supers()) {
            String field = above.name().substring(above.name().lastIndexOf('.') + 1);
            FlowValue holder = field.equals(name) ? null : find(type, field, object, MAXIMUM_HEIGHT);
            FlowValue found = holder == null ? null : evaluator.fields().field(holder, name);
            boolean own = found instanceof FlowValue.Member member && member.of() instanceof ProjectValue;
            if (found != null && !own) {
                return found;
            }
        }
        return null;
    }

    /** The function that reading a field of an object calls. */
    Optional<ProjectValue.FunctionValue> getter(ProjectValue.ObjectValue object, String name) {
        for (Binding binding : object.type().scope().bindings(name)) {
            if (binding instanceof Binding.OfFunction it && it.function().is(Modifier.GETTER)) {
                return Optional.of(new ProjectValue.FunctionValue(it.function(), it.scope(), object, null));
            }
        }
        return Optional.empty();
    }

    /** The call by which an object was made; null where it is any. */
    private @Nullable Frame frame(ProjectValue.@Nullable ObjectValue object) {
        if (object == null || object.arguments() == null) {
            return null;
        }
        ProjectValue.FunctionValue constructor = Constructors.of(object.type(), object.arguments(), evaluator);
        return constructor == null ? null : new Frame(constructor.function(), object.arguments(), object, null);
    }
}
