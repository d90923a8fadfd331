package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members of classes of the project and of their objects, inherited ones too. */
final class Objects {
    /** Classes above one another. */
    private static final int MAXIMUM_HEIGHT = 16;

    private final Evaluator evaluator;

    Objects(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * A member.
     *
     * @param object whose member it is; null for the class's own
     */
    FlowValue member(ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object) {
        FlowValue found = find(type, name, object, 0);
        return found == null ? new FlowValue.Member(object == null ? type : object, name) : found;
    }

    private @Nullable FlowValue find(
            ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object, int height) {
        List<FlowValue> values = new ArrayList<>();
        Frame made = frame(object);
        for (Binding binding : type.scope().bindings(name)) {
            switch (binding) {
                case Binding.OfFunction it -> method(it, object, values);
                case Binding.OfClass it -> values.add(new ProjectValue.ClassValue(it.type(), it.scope()));
                case Binding.Assigned it -> values.add(assigned(it, made));
                case Binding.Typed ignored -> {}
                case Binding.OfParameter ignored -> {}
                case Binding.Default ignored -> {}
                case Binding.Imported ignored -> {}
                case Binding.Opaque ignored -> {}
            }
        }
        for (Binding.Assigned it : type.scope().fields("this").getOrDefault(name, List.of())) {
            values.add(assigned(it, made));
        }
        if (values.isEmpty() || values.stream().allMatch(FlowValue.Unknown.class::isInstance)) {
            for (Binding binding : type.scope().bindings(name)) {
                FlowValue typed =
                        binding instanceof Binding.Typed it ? evaluator.names().typed(it.type(), type.scope()) : null;
                if (typed != null) {
                    return typed;
                }
            }
        }
        return values.isEmpty() ? inherited(type, name, object, height) : Values.either(values);
    }

    private void method(Binding.OfFunction it, ProjectValue.@Nullable ObjectValue object, List<FlowValue> values) {
        ProjectValue.FunctionValue function = new ProjectValue.FunctionValue(it.function(), it.scope(), object, null);
        if (it.function().is(Modifier.GETTER)) {
            values.add(evaluator.calls().follow(function, List.of()));
        } else if (!it.function().is(Modifier.SETTER)) {
            values.add(function);
        }
    }

    private FlowValue assigned(Binding.Assigned it, @Nullable Frame made) {
        return evaluator.names().steps(evaluator.value(it.value(), it.scope(), made), it.steps());
    }

    private @Nullable FlowValue inherited(
            ProjectValue.ClassValue type, String name, ProjectValue.@Nullable ObjectValue object, int height) {
        if (height >= MAXIMUM_HEIGHT) {
            return null;
        }
        @Nullable FlowValue foreign = null;
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
                default -> {}
            }
        }
        return foreign == null ? null : new FlowValue.Member(new FlowValue.Instance(foreign, List.of(), null), name);
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
        return constructor(type, 0);
    }

    private ProjectValue.@Nullable FunctionValue constructor(ProjectValue.ClassValue type, int height) {
        for (Statement statement : type.type().body()) {
            if (statement instanceof FunctionDeclaration function && function.is(Modifier.CONSTRUCTOR)) {
                return new ProjectValue.FunctionValue(
                        function, type.scope().scopes().of(function), null, null);
            }
        }
        for (TypeName above : height < MAXIMUM_HEIGHT ? type.type().supers() : List.<TypeName>of()) {
            if (above(type, above) instanceof ProjectValue.ClassValue it) {
                ProjectValue.FunctionValue found = constructor(it, height + 1);
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
        ProjectValue.FunctionValue constructor = constructor(object.type());
        return constructor == null ? null : new Frame(constructor.function(), object.arguments(), object, null);
    }
}
