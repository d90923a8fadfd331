package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Java code puts into a thing after it was made, by calls of methods of the variable that holds it: entries of a map whose key is
 * no text in the code, properties by {@code withX}, and the parts of a builder.
 */
final class JavaFilling {
    /** https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/Map.html and …/Properties.html. */
    private static final Set<String> PUTTING = Set.of("put", "putIfAbsent", "setProperty");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Evaluator evaluator;

    JavaFilling(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A value with what the calls of methods of the variable that holds it put into it; itself where they put nothing. */
    FlowValue filled(FlowValue value, Map<String, List<Binding.Assigned>> fields, @Nullable Frame frame) {
        FlowValue filled = value;
        for (Map.Entry<String, List<Binding.Assigned>> entry : fields.entrySet()) {
            if (!entry.getKey().startsWith(Scope.CALLED)) {
                continue;
            }
            String method = entry.getKey().substring(Scope.CALLED.length());
            for (Binding.Assigned one : entry.getValue()) {
                if (one.value() instanceof Expression.Call call) {
                    Context context = new Context(one.scope(), frame);
                    filled = Values.each(filled, it -> puts(it, method) ? by(it, method, call, context) : it);
                }
            }
        }
        return filled;
    }

    private static boolean puts(FlowValue value, String method) {
        return switch (value) {
            case FlowValue.MapOf ignored -> PUTTING.contains(method) || method.equals("putAll");
            case FlowValue.Instance made -> made.made() != null && property(method) != null;
            case FlowValue.Result chain -> isUnfinished(chain);
            default -> false;
        };
    }

    private FlowValue by(FlowValue value, String method, Expression.Call call, Context context) {
        List<FlowArgument> given = evaluator.arguments(call.arguments(), context);
        return switch (value) {
            case FlowValue.MapOf map -> new FlowValue.MapOf(and(map.entries(), entries(method, given)));
            case FlowValue.Instance made -> {
                FlowArgument field =
                        new FlowArgument(property(method), given.getFirst().value());
                yield new FlowValue.Instance(made.type(), and(made.arguments(), List.of(field)), made.made());
            }
            default ->
                new FlowValue.Result(
                        new FlowValue.Member(value, method),
                        given,
                        new FlowValue.Place(context.scope().file(), call.range()));
        };
    }

    private static List<FlowArgument> entries(String method, List<FlowArgument> given) {
        if (PUTTING.contains(method) && given.size() == 2) {
            return List.of(new FlowArgument(
                    key(given.getFirst().value()), given.getLast().value()));
        }
        return given.getFirst().value() instanceof FlowValue.MapOf other ? other.entries() : List.of();
    }

    /** The key of an entry; of a constant of a library, whose text is not known, its name; null where it is computed. */
    private static @Nullable String key(FlowValue key) {
        return switch (key) {
            case FlowValue.Text text -> text.value();
            case FlowValue.Member constant
            when CONSTANT.matcher(constant.name()).matches() -> constant.name();
            default -> null;
        };
    }

    private static List<FlowArgument> and(List<FlowArgument> before, List<FlowArgument> more) {
        List<FlowArgument> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    /** The property that a method sets: {@code tableName} of {@code withTableName}; null of others. */
    private static @Nullable String property(String method) {
        int from = "with".length();
        return method.startsWith("with") && method.length() > from && Character.isUpperCase(method.charAt(from))
                ? Character.toLowerCase(method.charAt(from)) + method.substring(from + 1)
                : null;
    }

    /** Whether it is a builder that has not built yet. */
    private static boolean isUnfinished(FlowValue.Result chain) {
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member method) {
            if (method.name().equals("builder")) {
                return true;
            }
            if (method.name().startsWith("build")) {
                return false;
            }
            of = method.of();
        }
        return false;
    }
}
