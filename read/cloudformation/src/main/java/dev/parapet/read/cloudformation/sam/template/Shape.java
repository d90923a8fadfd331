package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the properties of the newer resource types may be, all the way down. SAM checks them against a model, and names the first
 * place that is wrong or all of them, depending on the type.
 */
public sealed interface Shape {
    Shape ANY = new Any();
    Shape TEXT = new Scalar("str type expected", null);
    Shape BOOL = new Scalar("value could not be parsed to a boolean", null);
    Shape INTEGER = new Scalar("value is not a valid integer", "integer");
    Shape NUMBER = new Scalar("value is not a valid float", "number");
    /** A mapping of anything. */
    Shape MAP = mapOf(ANY);

    /** An object without properties, to which properties are added. */
    static Fields object() {
        return new Fields(Map.of(), Set.of());
    }

    /** A list. */
    static Shape listOf(Shape item) {
        return new ListOf(item);
    }

    /** A mapping from any names. */
    static Shape mapOf(Shape item) {
        return new MapOf(item);
    }

    /** One of some texts. */
    static Shape oneOf(String... texts) {
        return new Literal(List.of(texts));
    }

    /** One of some shapes, tried in turn. */
    static Shape either(Shape... shapes) {
        return new Either(List.of(shapes));
    }

    /** A shape, or a mapping, which may be an intrinsic function. */
    static Shape orFunction(Shape shape) {
        return either(MAP, shape);
    }

    /** Notes what is wrong with a value; {@code path} is where it stands. */
    void check(Value value, String path, List<Wrong> all);

    /**
     * Something wrong.
     *
     * @param path where, as in {@code Auth.Additional.0.Type}
     * @param message what, in the words of SAM's model
     * @param type the type that was expected; empty when SAM does not tell it
     */
    record Wrong(String path, String message, String type, Span span) {}

    /**
     * Checks properties and tells the first that is wrong.
     *
     * @throws InvalidResource when one is
     */
    default void checkFirst(Authored resource) {
        List<Wrong> all = wrong(resource);
        if (!all.isEmpty()) {
            throw resource.invalid(
                    "Property '" + all.getFirst().path() + "' is invalid.",
                    all.getFirst().span());
        }
    }

    /**
     * Checks properties and tells all that are wrong.
     *
     * @throws InvalidResource when one is
     */
    default void checkAll(Authored resource) {
        Map<String, List<Wrong>> byPath = new LinkedHashMap<>();
        wrong(resource)
                .forEach(wrong -> byPath.computeIfAbsent(wrong.path(), key -> new ArrayList<>())
                        .add(wrong));
        if (byPath.isEmpty()) {
            return;
        }
        List<String> messages = new ArrayList<>();
        byPath.forEach((path, some) -> {
            Set<String> types = new LinkedHashSet<>();
            some.stream().map(Wrong::type).filter(type -> !type.isEmpty()).forEach(types::add);
            messages.add("Property '" + path + "' "
                    + (types.size() > 1
                            ? "value must be " + String.join(" or ", types)
                            : some.getFirst().message())
                    + ".");
        });
        Span first = byPath.values().iterator().next().getFirst().span();
        throw resource.invalid(String.join(" ", messages), first);
    }

    private List<Wrong> wrong(Authored resource) {
        List<Wrong> all = new ArrayList<>();
        check(resource.properties(), "", all);
        return all;
    }

    private static String inner(String path, Object name) {
        return path.isEmpty() ? String.valueOf(name) : path + "." + name;
    }

    /** An empty text or list passes for an empty mapping. */
    static boolean isEmptyDict(Value value) {
        return value instanceof Value.Text text && text.text().isEmpty()
                || value instanceof Value.Sequence sequence && sequence.items().isEmpty();
    }

    private static Wrong notDict(Value value, String path) {
        return new Wrong(path, "value is not a valid dict", "dictionary", value.span());
    }

    /** Whatever there is. */
    record Any() implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {}
    }

    /** A text, a number, true or false; a text that says one of the others passes for it, and a number for a text. */
    record Scalar(String message, @Nullable String type) implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {
            boolean fits = switch (value) {
                case Value.Text text -> this == TEXT || (this == BOOL ? isBool(text.text()) : isNumber(text.text()));
                case Value.Number ignored -> this != BOOL;
                case Value.Bool ignored -> true;
                default -> false;
            };
            if (!fits) {
                all.add(new Wrong(path, message, type == null ? "" : type, value.span()));
            }
        }

        private static boolean isBool(String text) {
            return Set.of("true", "false", "yes", "no", "on", "off", "t", "f", "y", "n", "1", "0")
                    .contains(text.toLowerCase(Locale.ROOT));
        }

        private static boolean isNumber(String text) {
            try {
                return text.length() < 100 && new BigDecimal(text.strip()).precision() > 0;
            } catch (NumberFormatException none) {
                return false;
            }
        }
    }

    /** One of some texts. */
    record Literal(List<String> texts) implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {
            if (!(value instanceof Value.Text text && texts.contains(text.text()))) {
                String permitted = "'" + String.join("', '", texts).toLowerCase(Locale.ROOT) + "'";
                all.add(new Wrong(path, "unexpected value; permitted: " + permitted, "", value.span()));
            }
        }
    }

    /** A list. */
    record ListOf(Shape item) implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {
            if (value instanceof Value.Sequence sequence) {
                for (int i = 0; i < sequence.items().size(); i++) {
                    item.check(sequence.items().get(i), inner(path, i), all);
                }
            } else {
                all.add(new Wrong(path, "value is not a valid list", "list", value.span()));
            }
        }
    }

    /** A mapping. */
    record MapOf(Shape item) implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {
            if (isEmptyDict(value)) {
                return;
            }
            if (value instanceof Value.Mapping mapping) {
                mapping.entries().forEach((name, entry) -> item.check(entry.value(), inner(path, name), all));
            } else {
                all.add(notDict(value, path));
            }
        }
    }

    /** One of several shapes. */
    record Either(List<Shape> shapes) implements Shape {
        @Override
        public void check(Value value, String path, List<Wrong> all) {
            List<Wrong> some = new ArrayList<>();
            for (Shape shape : shapes) {
                int before = some.size();
                shape.check(value, path, some);
                if (some.size() == before) {
                    return;
                }
            }
            all.addAll(some);
        }
    }

    /** A mapping with known names. */
    record Fields(Map<String, Shape> shapes, Set<String> required) implements Shape {
        /** With a property that must be there. */
        public Fields required(String name, Shape shape) {
            Set<String> names = new LinkedHashSet<>(required);
            names.add(name);
            return new Fields(with(name, shape), names);
        }

        /** With a property that may be there. */
        public Fields optional(String name, Shape shape) {
            return new Fields(with(name, shape), required);
        }

        /** With properties that may be there and may be anything. */
        public Fields any(String... names) {
            Fields fields = this;
            for (String name : names) {
                fields = fields.optional(name, ANY);
            }
            return fields;
        }

        private Map<String, Shape> with(String name, Shape shape) {
            Map<String, Shape> all = new LinkedHashMap<>(shapes);
            all.put(name, shape);
            return all;
        }

        @Override
        public void check(Value value, String path, List<Wrong> all) {
            Value written = isEmptyDict(value) ? Values.of(value).map() : value;
            if (!(written instanceof Value.Mapping mapping)) {
                all.add(notDict(value, path));
                return;
            }
            shapes.forEach((name, shape) -> {
                Value inner = mapping.get(name);
                if (inner != null && !(inner instanceof Value.Null)) {
                    shape.check(inner, inner(path, name), all);
                } else if (required.contains(name)) {
                    all.add(new Wrong(inner(path, name), "is required", "", mapping.span()));
                }
            });
            Set<String> others = new TreeSet<>(mapping.entries().keySet());
            others.removeAll(shapes.keySet());
            others.forEach(name -> all.add(new Wrong(inner(path, name), "is an invalid property", "", mapping.span())));
        }
    }
}
