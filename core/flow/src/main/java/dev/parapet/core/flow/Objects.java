package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<ProjectValue.ClassValue, List<ProjectValue.ClassValue>> below = new HashMap<>();

    private record Embedding(ProjectValue.ClassValue type, String name) {}

    private final JavaSubtypes subtypes;

    Objects(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.subtypes = new JavaSubtypes(evaluator);
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
        List<Scope> scopes = scopes(type);
        for (Binding binding : bindings(scopes, name)) {
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
        for (Binding binding : java ? bindings(scopes, name) : List.<Binding>of()) {
            if (binding instanceof Binding.Typed it) {
                values.replaceAll(value -> evaluator.java().as(value, it.type(), type.scope()));
            }
        }
        if (nothingKnown) {
            for (Binding binding : bindings(scopes, name)) {
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
        if (values.isEmpty() && object != null && isInterface(type)) {
            values.addAll(implemented(type, name));
        }
        if (values.isEmpty()
                && object != null
                && height == 0
                && type.scope().file().language() == Language.CSHARP) {
            values.addAll(overridden(type, name));
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
        FlowValue from = object.from() == null && python ? Models.spread(type, object, this) : object.from();
        // What stands beside a field of a model in Python is its default, or describes it.
        boolean own = !python && !values.stream().allMatch(Objects::isAny);
        if (from == null || own || !type.scope().names().containsKey(name)) {
            return null;
        }
        FlowValue part = evaluator.fields().field(from, name);
        TypeName declared = null;
        for (Binding binding : bindings(scopes, name)) {
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
        ProjectValue.FunctionValue chosen = constructor(type, arguments);
        return chosen != null
                && chosen.function() != function
                && (CSharpFunctions.fits(chosen.function(), arguments)
                        || !evaluator.sites().of(chosen.function()).isEmpty());
    }

    private static boolean isOfInterface(Binding.OfFunction it) {
        return it.scope().file().language() == Language.GO && it.function().owner() == null;
    }

    /** Whether it is an interface of Go: a type that has methods in it. */
    private static boolean isInterface(ProjectValue.ClassValue type) {
        return type.scope().file().language() == Language.GO
                && type.type().body().stream().anyMatch(FunctionDeclaration.class::isInstance);
    }

    /** A member that classes of the project give to an interface or abstract class, whichever is injected (C#). */
    private List<FlowValue> overridden(ProjectValue.ClassValue type, String name) {
        String called = type.type().name();
        List<FlowValue> values = new ArrayList<>();
        if (called == null) {
            return values;
        }
        for (ProjectValue.ClassValue below : below.computeIfAbsent(type, this::classesBelow)) {
            FlowValue found = declared(below, name, new ProjectValue.ObjectValue(below, null));
            if (found != null) {
                values.add(found);
            }
        }
        return values;
    }

    /** The classes of the project that say of themselves that they are of a type. */
    private List<ProjectValue.ClassValue> classesBelow(ProjectValue.ClassValue type) {
        List<ProjectValue.ClassValue> found = new ArrayList<>();
        List<CodeFile> files =
                new ArrayList<>(evaluator.index().siblings(type.scope().file()));
        files.addFirst(type.scope().file());
        for (CodeFile file : files) {
            evaluator
                    .index()
                    .scopes(file)
                    .root()
                    .names()
                    .values()
                    .forEach(bindings -> bindings.forEach(binding -> {
                        if (binding instanceof Binding.OfClass it
                                && it.type() != type.type()
                                && it.type().supers().stream().anyMatch(above -> isNamed(above, type.type()))) {
                            found.add(new ProjectValue.ClassValue(it.type(), it.scope()));
                        }
                    }));
        }
        return found;
    }

    private static boolean isNamed(TypeName name, ClassDeclaration type) {
        return name.name().substring(name.name().lastIndexOf('.') + 1).equals(type.name());
    }

    /** A method of the types of the loaded files that have all methods of an interface: https://go.dev/ref/spec#Implementing_an_interface. */
    private List<FlowValue> implemented(ProjectValue.ClassValue type, String name) {
        Set<String> methods = type.scope().names().keySet();
        List<FlowValue> values = new ArrayList<>();
        for (FileScopes file : evaluator.index().loaded()) {
            for (String candidate : file.typesWithMethods()) {
                Scope own = file.methodsOf(candidate);
                if (own != null && own.names().keySet().containsAll(methods)) {
                    FlowValue holder = evaluator.names().typed(TypeName.of(candidate), file.root());
                    if (holder instanceof ProjectValue.ObjectValue object
                            && own.names().containsKey(name)) {
                        values.add(member(object.type(), name, object));
                    }
                }
            }
        }
        return values;
    }

    private void method(Binding.OfFunction it, ProjectValue.@Nullable ObjectValue object, List<FlowValue> values) {
        ProjectValue.FunctionValue function = new ProjectValue.FunctionValue(it.function(), it.scope(), object, null);
        if (it.function().is(Modifier.GETTER)) {
            values.add(evaluator.calls().follow(function, List.of()));
        } else if (!it.function().is(Modifier.SETTER)) {
            values.add(function);
        }
    }

    /** The scopes that hold members of a class: its own, and those of methods that are declared outside of it. */
    private List<Scope> scopes(ProjectValue.ClassValue type) {
        CodeFile file = type.scope().file();
        String name = type.type().name();
        if (file.language() == Language.CSHARP && name != null) {
            return parts(type, name);
        }
        if (file.language() != Language.GO || name == null) {
            return List.of(type.scope());
        }
        List<Scope> scopes = new ArrayList<>();
        scopes.add(type.scope());
        List<CodeFile> files = new ArrayList<>(evaluator.index().siblings(file));
        files.addFirst(file);
        for (CodeFile one : files) {
            Scope methods = evaluator.index().scopes(one).methodsOf(name);
            if (methods != null) {
                scopes.add(methods);
            }
        }
        return scopes;
    }

    /** A class can be declared in parts: https://learn.microsoft.com/dotnet/csharp/programming-guide/classes-and-structs/partial-classes-and-methods. */
    private List<Scope> parts(ProjectValue.ClassValue type, String name) {
        CodeFile file = type.scope().file();
        List<Scope> scopes = new ArrayList<>();
        scopes.add(type.scope());
        for (CodeFile sibling : evaluator.index().siblings(file)) {
            String namespace = sibling.namespace();
            boolean same = namespace == null ? file.namespace() == null : namespace.equals(file.namespace());
            for (Binding binding :
                    same ? evaluator.index().scopes(sibling).root().bindings(name) : List.<Binding>of()) {
                if (binding instanceof Binding.OfClass it) {
                    scopes.add(it.scope());
                }
            }
        }
        return scopes;
    }

    private static List<Binding> bindings(List<Scope> scopes, String name) {
        List<Binding> bindings = new ArrayList<>();
        scopes.forEach(scope -> bindings.addAll(scope.bindings(name)));
        return bindings;
    }

    /** What a field of an object is given where the object is made, and by whoever holds it. */
    private List<FlowValue> given(ProjectValue.ClassValue type, String name, ProjectValue.ObjectValue object) {
        List<FlowValue> values = new ArrayList<>();
        ClassDeclaration declaration = object.type().type();
        Collection<List<FlowArgument>> made =
                object.arguments() == null ? evaluator.sites().objects(declaration) : List.of(object.arguments());
        for (List<FlowArgument> arguments : made) {
            FlowValue value = initial(object.type(), name, arguments);
            if (value != null) {
                values.add(value);
            }
        }
        for (Binding.Assigned it : evaluator.sites().fields(type.type(), name)) {
            values.add(assigned(it, null));
        }
        return values;
    }

    /** What a field is given by the expression that makes an object; null where it is none, or the constructor gets it. */
    private @Nullable FlowValue initial(ProjectValue.ClassValue type, String name, List<FlowArgument> arguments) {
        ProjectValue.FunctionValue constructor = arguments.isEmpty() ? null : constructor(type);
        for (FlowArgument argument : arguments) {
            boolean parameter = constructor != null
                    && Arguments.names(constructor.function()).contains(name);
            if (name.equals(argument.name()) && !parameter) {
                return argument.value();
            }
        }
        int position = type.scope().file().language() == Language.GO ? position(type.type(), name) : -1;
        return position >= 0
                        && position < arguments.size()
                        && arguments.get(position).name() == null
                ? arguments.get(position).value()
                : null;
    }

    /** The position of a field among those of a struct; -1 where it has none of the name. */
    private static int position(ClassDeclaration type, String field) {
        int position = 0;
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.Declare it) {
                if (it.variable().name().equals(field)) {
                    return position;
                }
                position++;
            }
        }
        return -1;
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
            switch (above(type, above)) {
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

    private FlowValue above(ProjectValue.ClassValue type, TypeName name) {
        Scope around = type.scope().parent();
        return evaluator.names().type(name, around == null ? type.scope() : around);
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

    /** The constructor of a class, its own or inherited; null where it has none. */
    ProjectValue.@Nullable FunctionValue constructor(ProjectValue.ClassValue type) {
        return constructor(type, null, 0);
    }

    /** The constructor that takes as many arguments, where there is one of that, or another. */
    ProjectValue.@Nullable FunctionValue constructor(ProjectValue.ClassValue type, List<FlowArgument> arguments) {
        ProjectValue.FunctionValue found = constructor(type, arguments, 0);
        return found == null ? constructor(type, null, 0) : found;
    }

    private ProjectValue.@Nullable FunctionValue constructor(
            ProjectValue.ClassValue type, @Nullable List<FlowArgument> arguments, int height) {
        boolean csharp = type.scope().file().language() == Language.CSHARP;
        boolean java = JavaNames.applies(type.scope()) || csharp;
        boolean own = false;
        for (Statement statement : type.type().body()) {
            if (statement instanceof FunctionDeclaration function && function.is(Modifier.CONSTRUCTOR)) {
                own = java;
                boolean fits = arguments == null
                        || (csharp ? CSharpFunctions.fits(function, arguments) : Overloads.fits(function, arguments));
                if (!java || fits) {
                    return new ProjectValue.FunctionValue(
                            function, type.scope().scopes().of(function), null, null);
                }
            }
        }
        if (own) {
            return null;
        }
        for (TypeName above : height < MAXIMUM_HEIGHT ? type.type().supers() : List.<TypeName>of()) {
            if (above(type, above) instanceof ProjectValue.ClassValue it) {
                ProjectValue.FunctionValue found = constructor(it, arguments, height + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The call by which an object was made; null where it is any. */
    private @Nullable Frame frame(ProjectValue.@Nullable ObjectValue object) {
        if (object == null || object.arguments() == null) {
            return null;
        }
        ProjectValue.FunctionValue constructor = constructor(object.type(), object.arguments());
        return constructor == null ? null : new Frame(constructor.function(), object.arguments(), object, null);
    }
}
