package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Members that classes of the project give to an interface, where only the interface is known: Go, C#. */
final class Implementations {
    private final Evaluator evaluator;
    private final Objects objects;
    private final Map<ProjectValue.ClassValue, List<ProjectValue.ClassValue>> below = new HashMap<>();

    Implementations(Evaluator evaluator, Objects objects) {
        this.evaluator = evaluator;
        this.objects = objects;
    }

    /** Whether it is an interface of Go: a type that has methods in it. */
    static boolean isInterface(ProjectValue.ClassValue type) {
        return type.scope().file().language() == Language.GO
                && type.type().body().stream().anyMatch(FunctionDeclaration.class::isInstance);
    }

    /** A member that classes of the project give to an interface or abstract class, whichever is injected (C#). */
    List<FlowValue> overridden(ProjectValue.ClassValue type, String name) {
        String called = type.type().name();
        List<FlowValue> values = new ArrayList<>();
        if (called == null) {
            return values;
        }
        for (ProjectValue.ClassValue below : below.computeIfAbsent(type, this::classesBelow)) {
            FlowValue found = objects.declared(below, name, new ProjectValue.ObjectValue(below, null));
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
    List<FlowValue> implemented(ProjectValue.ClassValue type, String name) {
        Set<String> methods = type.scope().names().keySet();
        List<FlowValue> values = new ArrayList<>();
        for (FileScopes file : evaluator.index().loaded()) {
            for (String candidate : file.typesWithMethods()) {
                Scope own = file.methodsOf(candidate);
                if (own != null && own.names().keySet().containsAll(methods)) {
                    FlowValue holder = evaluator.names().typed(TypeName.of(candidate), file.root());
                    if (holder instanceof ProjectValue.ObjectValue object
                            && own.names().containsKey(name)) {
                        values.add(objects.member(object.type(), name, object));
                    }
                }
            }
        }
        return values;
    }
}
