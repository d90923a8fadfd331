package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Where the members of a class of the project are declared, and what is above it. */
final class ClassScopes {
    private ClassScopes() {}

    /** The scopes that hold members of a class: its own, and those of methods that are declared outside of it. */
    static List<Scope> of(ProjectValue.ClassValue type, Evaluator evaluator) {
        CodeFile file = type.scope().file();
        String name = type.type().name();
        if (file.language() == Language.CSHARP && name != null) {
            return parts(type, name, evaluator);
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
    private static List<Scope> parts(ProjectValue.ClassValue type, String name, Evaluator evaluator) {
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

    /** What a name stands for in some scopes. */
    static List<Binding> bindings(List<Scope> scopes, String name) {
        List<Binding> bindings = new ArrayList<>();
        scopes.forEach(scope -> bindings.addAll(scope.bindings(name)));
        return bindings;
    }

    /** What a type means that a class is below. */
    static FlowValue above(ProjectValue.ClassValue type, TypeName name, Evaluator evaluator) {
        Scope around = type.scope().parent();
        return evaluator.names().type(name, around == null ? type.scope() : around);
    }
}
