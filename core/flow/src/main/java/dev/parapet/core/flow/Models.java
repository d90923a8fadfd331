package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.TypeName;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Classes of a project that a library fills with data and checks while it does: <a
 * href="https://docs.pydantic.dev/latest/concepts/models/">pydantic</a>, and <a
 * href="https://docs.powertools.aws.dev/lambda/python/latest/utilities/parser/">Powertools</a> with it; <a
 * href="https://github.com/typestack/class-transformer">class-transformer</a>.
 */
final class Models {
    private static final Set<String> MODELS =
            Set.of("BaseModel", "SQLModel", "RootModel", "Struct", "EventBridgeModel");

    /** Methods of a model's class that make an object of data. */
    private static final Set<String> FACTORIES = Set.of(
            "model_validate",
            "model_validate_json",
            "model_construct",
            "parse_obj",
            "parse_raw",
            "validate",
            "from_orm");

    /** Functions that make an object of data, and in which place they are given its class. */
    private static final Set<String> CLASS_FIRST =
            Set.of("class-transformer.plainToInstance", "class-transformer.plainToClass");

    private Models() {}

    /** Whether a member of a class is one that a library of models gives it, which makes objects of it. */
    static boolean isFactory(String member) {
        return FACTORIES.contains(member);
    }

    /** The object that a method of a model's class makes; null where it makes none. */
    static @Nullable FlowValue ofMethod(FlowValue.Member method, @Nullable FlowValue first) {
        return first != null && method.of() instanceof ProjectValue.ClassValue type && isFactory(method.name())
                ? new ProjectValue.ObjectValue(type, null, first)
                : null;
    }

    /** The object that a function of a library makes; null where it makes none. */
    static @Nullable FlowValue call(String name, List<FlowArgument> arguments) {
        FlowValue type = null;
        FlowValue data = null;
        if (CLASS_FIRST.contains(name) && arguments.size() > 1) {
            type = arguments.get(0).value();
            data = arguments.get(1).value();
        } else if (name.startsWith("aws_lambda_powertools.utilities.parser.") && name.endsWith("parse")) {
            data = named("event", 0, arguments);
            type = named("model", 1, arguments);
        }
        return type instanceof ProjectValue.ClassValue it && data != null
                ? new ProjectValue.ObjectValue(it, null, data)
                : null;
    }

    private static @Nullable FlowValue named(String name, int position, List<FlowArgument> arguments) {
        for (FlowArgument argument : arguments) {
            if (name.equals(argument.name())) {
                return argument.value();
            }
        }
        return position < arguments.size() && arguments.get(position).name() == null
                ? arguments.get(position).value()
                : null;
    }

    /** The data that an object of a model is made of by {@code Order(**data)}; null where it is made otherwise. */
    static @Nullable FlowValue spread(
            ProjectValue.ClassValue type, ProjectValue.ObjectValue object, Evaluator evaluator) {
        if (object.arguments() == null || Constructors.of(type, evaluator) != null || !isModel(type)) {
            return null;
        }
        for (FlowArgument argument : object.arguments()) {
            if (argument.spread()) {
                return argument.value();
            }
        }
        return null;
    }

    static boolean isModel(ProjectValue.ClassValue type) {
        return type.type().supers().stream()
                .map(it -> it.name().substring(it.name().lastIndexOf('.') + 1))
                .anyMatch(it -> MODELS.contains(it) || it.endsWith("Model"));
    }

    /** A part of a model that is itself one. */
    static ProjectValue.@Nullable ObjectValue inner(
            TypeName declared, ProjectValue.ClassValue type, FlowValue part, Evaluator evaluator) {
        return evaluator.names().type(declared, type.scope()) instanceof ProjectValue.ClassValue it
                ? new ProjectValue.ObjectValue(it, null, part)
                : null;
    }
}
