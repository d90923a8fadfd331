package dev.parapet.core.flow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Place;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Java's own classes, as far as values go through them: https://docs.oracle.com/en/java/javase/25/docs/api/java.base/. */
final class JavaFunctions {
    /** Functions that give their first argument in another form. */
    private static final Set<String> SAME = Set.of(
            "String.valueOf",
            "Objects.requireNonNull",
            "Objects.toString",
            "Optional.of",
            "Optional.ofNullable",
            "Mono.just",
            "List.copyOf",
            "Set.copyOf",
            "Map.copyOf",
            "Collections.unmodifiableList",
            "Collections.unmodifiableMap",
            "Arrays.stream",
            "CompletableFuture.completedFuture");

    private static final Set<String> LISTS = Set.of(
            "List.of", "Set.of", "Arrays.asList", "Collections.singletonList", "Collections.singleton", "Stream.of");

    private static final Set<String> COLLECTIONS =
            Set.of("java.util.ArrayList", "java.util.LinkedList", "java.util.HashSet", "java.util.LinkedHashSet");

    private static final Set<String> MAP_CLASSES = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.Properties",
            "java.util.concurrent.ConcurrentHashMap");

    private static final Set<String> MAPS = Set.of("Map.of", "Collections.singletonMap", "ImmutableMap.of");

    /** Methods that give the text, list or optional value that they are called on, or a form of it. */
    private static final Set<String> ITSELF = Set.of(
            "stream",
            "parallelStream",
            "toList",
            "collect",
            "distinct",
            "sorted",
            "get",
            "orElseThrow",
            "trim",
            "strip",
            "intern");

    /** Methods of functional interfaces that put functions together instead of calling them. */
    private static final Set<String> COMBINING = Set.of("andThen", "compose", "negate", "and", "or");

    /** What event objects call differently from the JSON that they are read from. */
    private static final Set<String> CAPITAL = Set.of("Records", "NewImage", "OldImage");

    private JavaFunctions() {}

    /** What a function of Java's library gives; null where nothing more is known. */
    static @Nullable FlowValue call(String qualified, List<FlowArgument> arguments) {
        int dot = qualified.lastIndexOf('.', qualified.lastIndexOf('.') - 1);
        String name = qualified.substring(dot + 1);
        List<FlowValue> values = arguments.stream().map(FlowArgument::value).toList();
        if (values.isEmpty()) {
            return null;
        }
        if (SAME.contains(name)) {
            return values.getFirst();
        }
        if (LISTS.contains(name)) {
            return new FlowValue.ListOf(values);
        }
        if (MAPS.contains(name)) {
            List<FlowArgument> entries = new ArrayList<>();
            for (int i = 0; i + 1 < values.size(); i += 2) {
                String key = values.get(i) instanceof FlowValue.Text text ? text.value() : null;
                entries.add(new FlowArgument(key, values.get(i + 1)));
            }
            return new FlowValue.MapOf(entries);
        }
        return switch (name) {
            case "String.format" ->
                values.getFirst() instanceof FlowValue.Text format
                        ? Formats.percent(format.value(), values.subList(1, values.size()))
                        : null;
            case "String.join" ->
                values.getFirst() instanceof FlowValue.Text separator
                        ? Formats.join(separator.value(), values.subList(1, values.size()))
                        : null;
            case "Objects.requireNonNullElse" ->
                values.size() == 2 ? Values.orElse(values.getFirst(), values.getLast()) : null;
            case "Objects.requireNonNullElseGet" -> Values.either(values);
            default -> null;
        };
    }

    /** A collection that is made empty, to be filled; null where a class is none. */
    static @Nullable FlowValue collection(FlowValue type, List<FlowArgument> arguments) {
        String name = type.text();
        if (MAP_CLASSES.contains(name)) {
            FlowValue from = arguments.size() == 1 ? arguments.getFirst().value() : null;
            return from instanceof FlowValue.MapOf ? from : new FlowValue.MapOf(List.of());
        }
        return arguments.isEmpty() && COLLECTIONS.contains(name) ? new FlowValue.ListOf(List.of()) : null;
    }

    /** What a method gives of what it is called on; null where nothing more is known. */
    static @Nullable FlowValue ofMethod(
            FlowValue.Member method, List<FlowArgument> arguments, Place place, Evaluator evaluator) {
        FlowValue of = method.of();
        String name = method.name();
        FlowValue first = arguments.isEmpty() ? null : arguments.getFirst().value();
        if (of instanceof ProjectValue.FunctionValue && !COMBINING.contains(name)) {
            return evaluator.calls().call(of, arguments, place);
        }
        if (first == null) {
            boolean known = isKnown(of);
            return ITSELF.contains(name) && known
                    ? of
                    : name.equals("toString") && of instanceof FlowValue.Result ? built(of) : null;
        }
        boolean get = name.equals("get") || name.equals("getOrDefault");
        if (get && isEnvironment(of)) {
            return Values.each(
                    first,
                    it -> it instanceof FlowValue.Text text
                            ? new FlowValue.Environment(text.value())
                            : new FlowValue.Unknown("the name of the environment variable is computed"));
        }
        return switch (name) {
            case "get", "getOrDefault" ->
                of instanceof FlowValue.ListOf || of instanceof FlowValue.MapOf
                        ? evaluator.fields().item(of, first)
                        : null;
            case "orElse" -> isKnown(of) ? Values.orElse(of, first) : null;
            case "orElseGet" ->
                isKnown(of) && first instanceof ProjectValue.FunctionValue
                        ? Values.either(List.of(of, evaluator.calls().call(first, List.of(), place)))
                        : null;
            case "orElseThrow", "collect" -> isKnown(of) ? of : null;
            case "concat" -> Values.concatenation(List.of(of, first));
            case "formatted" ->
                of instanceof FlowValue.Text format
                        ? Formats.percent(
                                format.value(),
                                arguments.stream().map(FlowArgument::value).toList())
                        : null;
            default -> null;
        };
    }

    private static boolean isKnown(FlowValue value) {
        return switch (value) {
            case FlowValue.Text ignored -> true;
            case FlowValue.Environment ignored -> true;
            case FlowValue.Concatenation ignored -> true;
            case FlowValue.ListOf ignored -> true;
            case FlowValue.MapOf ignored -> true;
            case FlowValue.Nothing ignored -> true;
            case FlowValue.Event ignored -> true;
            default -> false;
        };
    }

    private static boolean isEnvironment(FlowValue value) {
        return value instanceof FlowValue.Result result
                && result.arguments().isEmpty()
                && result.of().text().endsWith("System.getenv");
    }

    /** {@code new StringBuilder(a).append(b).toString()}. */
    private static @Nullable FlowValue built(FlowValue chain) {
        List<FlowValue> parts = new ArrayList<>();
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member append
                && append.name().equals("append")
                && result.arguments().size() == 1) {
            parts.addFirst(result.arguments().getFirst().value());
            of = append.of();
        }
        if (!(of instanceof FlowValue.Instance made)
                || !made.type().text().matches("(?:java\\.lang\\.)?String(?:Builder|Buffer)")) {
            return null;
        }
        made.arguments().forEach(it -> parts.addFirst(it.value()));
        return Values.concatenation(parts);
    }

    /** The field of the event that an accessor of an event object reads: {@code getBody} is {@code body}; null where it is none. */
    static @Nullable String property(String method) {
        if (!method.startsWith("get") || method.length() == 3 || !Character.isUpperCase(method.charAt(3))) {
            return null;
        }
        String name = method.substring(3);
        if (CAPITAL.contains(name)) {
            return name;
        }
        return switch (name) {
            case "First", "Last" -> "[]";
            case "SNS" -> "Sns";
            case "UrlDecodedKey" -> "key";
            case "Bytes", "Class" -> null;
            default -> Character.toLowerCase(name.charAt(0)) + name.substring(1);
        };
    }
}
