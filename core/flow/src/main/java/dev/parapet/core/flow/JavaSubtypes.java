package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which classes of the project extend or implement a class: what an object of a declared type can be. */
final class JavaSubtypes {
    /** Subtypes of subtypes are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    private final Evaluator evaluator;

    @SuppressWarnings("IdentityHashMapUsage") // Only put in and taken out.
    private final Map<ClassDeclaration, List<ProjectValue.ClassValue>> direct = new IdentityHashMap<>();

    private boolean indexed;

    JavaSubtypes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The classes below a class, those directly below it first. */
    List<ProjectValue.ClassValue> of(ProjectValue.ClassValue type) {
        if (!indexed) {
            indexed = true;
            for (FileScopes file : evaluator.index().javaFiles()) {
                file.classes().forEach(this::add);
            }
        }
        List<ProjectValue.ClassValue> found = new ArrayList<>();
        collect(type, found, 0);
        return found;
    }

    private void collect(ProjectValue.ClassValue type, List<ProjectValue.ClassValue> into, int depth) {
        for (ProjectValue.ClassValue below : direct.getOrDefault(type.type(), List.of())) {
            if (depth < MAXIMUM_DEPTH && !into.contains(below)) {
                into.add(below);
                collect(below, into, depth + 1);
            }
        }
    }

    private void add(Scope scope) {
        ClassDeclaration type = scope.type();
        if (type == null) {
            return;
        }
        Scope around = scope.parent() == null ? scope : scope.parent();
        for (TypeName above : type.supers()) {
            if (evaluator.names().type(above, around) instanceof ProjectValue.ClassValue it) {
                direct.computeIfAbsent(it.type(), ignored -> new ArrayList<>())
                        .add(new ProjectValue.ClassValue(type, scope));
            }
        }
    }
}
