package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields, elements and entries of values. */
final class Fields {
    /** Where the environment is an object: https://nodejs.org/api/process.html#processenv. */
    private static final Set<String> OBJECTS = Set.of("process.env", "node:process.env");

    /** Where it is a map: https://docs.python.org/3/library/os.html#os.environ. */
    private static final Set<String> MAPS = Set.of("os.environ", "process.env", "node:process.env");

    private final Evaluator evaluator;
    private final Objects objects;
    private final JavaFilling filling;

    Fields(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.objects = new Objects(evaluator);
        this.filling = new JavaFilling(evaluator);
    }

    Objects objects() {
        return objects;
    }

    /** The field of an expression, what the code assigns to the field of a variable included. */
    FlowValue assigned(Expression of, String name, Context context) {
        FlowValue value = field(evaluator.value(of, context.scope(), context.frame()), name);
        return of instanceof Expression.Name variable ? withAssigned(value, variable.name(), name, context) : value;
    }

    /** The entry of an expression, what the code assigns to the entry of a variable included. */
    FlowValue itemAssigned(Expression of, FlowValue.Text key, Context context) {
        FlowValue value = item(evaluator.value(of, context.scope(), context.frame()), key);
        return of instanceof Expression.Name variable
                ? withAssigned(value, variable.name(), key.value(), context)
                : value;
    }

    private FlowValue withAssigned(FlowValue value, String variable, String field, Context context) {
        Scope owner = context.scope().lookup(variable);
        List<Binding.Assigned> assigned =
                owner == null ? List.of() : owner.fields(variable).getOrDefault(field, List.of());
        // What is assigned to the fields of a map is among its entries by now.
        if (assigned.isEmpty() || !(value instanceof FlowValue.Member)) {
            return value;
        }
        List<FlowValue> values = new ArrayList<>();
        assigned.forEach(it -> values.add(
                evaluator.names().steps(evaluator.value(it.value(), it.scope(), context.frame()), it.steps())));
        return Values.either(values);
    }

    /** A map with the entries that are assigned to the variable that holds it. */
    FlowValue withFields(FlowValue value, Scope owner, String name, @Nullable Frame frame) {
        Map<String, List<Binding.Assigned>> fields = owner.fields(name);
        if (fields.isEmpty()) {
            return value;
        }
        return Values.each(filling.filled(value, fields, frame), it -> {
            if (it instanceof FlowValue.ListOf list && fields.containsKey(Scope.ELEMENTS)) {
                List<FlowValue> items = new ArrayList<>(list.items());
                for (Binding.Assigned one : fields.get(Scope.ELEMENTS)) {
                    items.add(evaluator.value(one.value(), one.scope(), frame));
                }
                return new FlowValue.ListOf(items);
            }
            return switch (it) {
                case FlowValue.MapOf map -> new FlowValue.MapOf(with(map.entries(), fields, frame));
                case FlowValue.Instance made ->
                    new FlowValue.Instance(made.type(), with(made.arguments(), fields, frame), made.made());
                default -> it;
            };
        });
    }

    private List<FlowArgument> with(
            List<FlowArgument> before, Map<String, List<Binding.Assigned>> fields, @Nullable Frame frame) {
        List<FlowArgument> entries = new ArrayList<>(before);
        fields.forEach((field, assigned) -> {
            if (field.equals(Scope.ELEMENTS) || field.startsWith(Scope.CALLED)) {
                return;
            }
            List<FlowValue> values = new ArrayList<>();
            for (FlowArgument entry : before) {
                if (field.equals(entry.name())) {
                    values.add(entry.value());
                }
            }
            entries.removeIf(entry -> field.equals(entry.name()));
            for (Binding.Assigned one : assigned) {
                values.add(evaluator.names().steps(evaluator.value(one.value(), one.scope(), frame), one.steps()));
            }
            entries.add(new FlowArgument(field, Values.either(values)));
        });
        return entries;
    }

    /** A field, property or method of a value. */
    FlowValue field(FlowValue value, String name) {
        // Of several values, null is the one whose fields are not read; alone, it is all that is known.
        return value instanceof FlowValue.Nothing
                ? new FlowValue.Member(value, name)
                : Values.each(value, it -> fieldOf(it, name));
    }

    private FlowValue fieldOf(FlowValue value, String name) {
        return switch (value) {
            case FlowValue.Event event -> event(event, name);
            case FlowValue.MapOf map -> entry(map, name, new FlowValue.Member(map, name));
            case FlowValue.Nothing ignored -> Values.CYCLE;
            case ProjectValue.ModuleValue module -> {
                FlowValue exported = evaluator.modules().export(module.file(), name);
                FlowValue inner = exported == null ? submodule(module, name) : exported;
                yield inner == null ? new FlowValue.Member(module, name) : inner;
            }
            case FlowValue.Library library -> {
                FlowValue member = new FlowValue.Member(library, name);
                yield evaluator
                        .index()
                        .pythonModule(library.name() + "." + name)
                        .<FlowValue>map(ProjectValue.ModuleValue::new)
                        .orElse(member);
            }
            case FlowValue.Instance it -> {
                FlowValue given = given(it, name);
                yield given == null ? new FlowValue.Member(it, name) : given;
            }
            case ProjectValue.ClassValue type -> objects.member(type, name, null);
            case ProjectValue.ObjectValue object -> objects.member(object.type(), name, object);
            default -> {
                FlowValue.Member member = new FlowValue.Member(value, name);
                yield isEnvironment(value, OBJECTS) ? new FlowValue.Environment(name) : member;
            }
        };
    }

    /** What a field is given by the expression that makes an object; null where nothing is said of it. */
    private static @Nullable FlowValue given(FlowValue.Instance instance, String name) {
        FlowValue found = null;
        for (FlowArgument argument : instance.arguments()) {
            found = name.equals(argument.name()) ? argument.value() : found;
        }
        return found;
    }

    private @Nullable FlowValue submodule(ProjectValue.ModuleValue module, String name) {
        return evaluator
                .index()
                .resolve("." + name, module.file())
                .<FlowValue>map(ProjectValue.ModuleValue::new)
                .orElse(null);
    }

    private static FlowValue.Event event(FlowValue.Event event, String part) {
        // A path that goes on for ever is that of a loop.
        if (event.path().size() >= 12) {
            return event;
        }
        List<String> path = new ArrayList<>(event.path());
        path.add(part);
        return new FlowValue.Event(path);
    }

    private FlowValue entry(FlowValue.MapOf map, String key, FlowValue otherwise) {
        FlowValue exact = map.get(key);
        if (exact != null) {
            return exact;
        }
        List<FlowValue> possible = new ArrayList<>();
        for (FlowArgument entry : map.entries()) {
            if (entry.spread()) {
                possible.add(item(entry.value(), new FlowValue.Text(key)));
            } else if (entry.name() == null) {
                possible.add(entry.value());
            }
        }
        return possible.isEmpty() ? otherwise : Values.either(possible);
    }

    private static boolean isEnvironment(FlowValue value, Set<String> names) {
        return value instanceof FlowValue.Member member
                && (member.of() instanceof FlowValue.Global || member.of() instanceof FlowValue.Library)
                && names.contains(value.text());
    }

    /** An element by its key or index. */
    FlowValue item(FlowValue value, FlowValue key) {
        return value instanceof FlowValue.Nothing
                ? new FlowValue.Item(value, key)
                : Values.each(value, it -> Values.each(key, each -> itemOf(it, each)));
    }

    private FlowValue itemOf(FlowValue value, FlowValue key) {
        return switch (value) {
            case FlowValue.Event event ->
                switch (key) {
                    case FlowValue.Text text -> event(event, text.value());
                    case FlowValue.Scalar ignored -> event(event, "[]");
                    default -> event(event, "*");
                };
            case FlowValue.MapOf map ->
                key instanceof FlowValue.Text text
                        ? entry(map, text.value(), new FlowValue.Unknown("the map has no '" + text.value() + "'"))
                        : element(new FlowValue.ListOf(
                                map.entries().stream().map(FlowArgument::value).toList()));
            case FlowValue.ListOf list -> position(list, key);
            case FlowValue.Nothing ignored -> Values.CYCLE;
            case ProjectValue ignored when key instanceof FlowValue.Text text -> field(value, text.value());
            default ->
                key instanceof FlowValue.Text text && isEnvironment(value, MAPS)
                        ? new FlowValue.Environment(text.value())
                        : new FlowValue.Item(value, key);
        };
    }

    private FlowValue position(FlowValue.ListOf list, FlowValue key) {
        if (key instanceof FlowValue.Scalar scalar && scalar.written().matches("\\d{1,6}")) {
            int index = Integer.parseInt(scalar.written());
            if (index < list.items().size()) {
                return list.items().get(index);
            }
        }
        return element(list);
    }

    /** Some element of a value. */
    FlowValue element(FlowValue value) {
        return Values.each(value, it -> switch (it) {
            case FlowValue.Event event -> event(event, "[]");
            case FlowValue.ListOf list ->
                list.items().isEmpty() ? new FlowValue.Unknown("the list is empty") : Values.either(list.items());
            case FlowValue.MapOf map ->
                Values.either(map.entries().stream()
                        .<FlowValue>map(entry -> entry.name() == null
                                ? new FlowValue.Unknown("the key is computed")
                                : new FlowValue.Text(entry.name()))
                        .toList());
            default -> new FlowValue.Item(it, null);
        });
    }
}
