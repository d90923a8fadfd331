package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.ShippedFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Libraries that call APIs for their users: a table whose lines read {@code PATH SERVICE:OPERATION PARAMETER=SOURCE,… [SOURCE~TEXT]}, with
 * {@link LibraryPath} for what is called and {@link Parameters} for what it passes on.
 */
final class WrapperTable {
    private static final class Python {
        static final WrapperTable TABLE = read("wrappers-python.txt");
    }

    private static final class Go {
        static final WrapperTable TABLE = read("wrappers-go.txt");
    }

    private static final class Java {
        static final WrapperTable TABLE = read("wrappers-java.txt");
    }

    private static final class JavaScript {
        static final WrapperTable TABLE = read("wrappers-javascript.txt");
    }

    private record Wrapped(
            String service,
            String operation,
            Parameters parameters,
            @Nullable String condition) {}

    private final Map<String, List<Wrapped>> lines = new HashMap<>();

    private WrapperTable(String text) {
        for (String line : text.lines().toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] words = line.split(" +", -1);
                int colon = words[1].lastIndexOf(':');
                lines.computeIfAbsent(words[0], it -> new ArrayList<>())
                        .add(new Wrapped(
                                words[1].substring(0, colon),
                                words[1].substring(colon + 1),
                                Parameters.parse(words[2]),
                                words.length > 3 ? words[3] : null));
            }
        }
    }

    static WrapperTable python() {
        return Python.TABLE;
    }

    static WrapperTable go() {
        return Go.TABLE;
    }

    static WrapperTable java() {
        return Java.TABLE;
    }

    static WrapperTable javaScript() {
        return JavaScript.TABLE;
    }

    private static WrapperTable read(String name) {
        return new WrapperTable(ShippedFile.text(WrapperTable.class, name));
    }

    /** The services and operations that lines name, as {@code SERVICE:OPERATION}. */
    List<String> operations() {
        return lines.values().stream()
                .flatMap(List::stream)
                .map(it -> it.service() + ":" + it.operation())
                .distinct()
                .sorted()
                .toList();
    }

    /** The API calls that a call of a wrapper makes. */
    List<SdkCall> recognise(FlowCall call) {
        Optional<String> path = LibraryPath.of(call.callee());
        List<SdkCall> calls = new ArrayList<>();
        for (Wrapped wrapped : path.map(it -> lines.getOrDefault(it, List.of())).orElse(List.of())) {
            Parameters.Given given =
                    new Parameters.Given(call.arguments(), LibraryPath.madeWith(call.callee()), Map.of());
            if (applies(wrapped.condition(), given)) {
                calls.add(called(call, wrapped, given));
            }
        }
        return calls;
    }

    private static SdkCall called(FlowCall call, Wrapped wrapped, Parameters.Given given) {
        List<FlowArgument> parameters = wrapped.parameters().of(given);
        if (!wrapped.service().startsWith("@")) {
            return SdkCall.of(call, wrapped.service(), wrapped.operation(), parameters);
        }
        FlowValue signed = Parameters.first(wrapped.service().substring(1), given);
        return signed instanceof FlowValue.Text service
                ? SdkCall.of(call, service.value(), wrapped.operation(), parameters)
                : SdkCall.unknown(call, "", "the service that the request is signed for is not known");
    }

    /** {@code SOURCE~TEXT}, {@code SOURCE!~TEXT}, several of them with {@code &} in between. */
    private static boolean applies(@Nullable String conditions, Parameters.Given given) {
        if (conditions == null) {
            return true;
        }
        for (String condition : conditions.split("&", -1)) {
            if (!holds(condition, given)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String condition, Parameters.Given given) {
        int tilde = condition.indexOf('~');
        boolean not = condition.charAt(tilde - 1) == '!';
        FlowValue value = Parameters.first(condition.substring(0, not ? tilde - 1 : tilde), given);
        String text = condition.substring(tilde + 1);
        boolean holds = value != null && texts(value).stream().anyMatch(it -> it.contains(text));
        return holds != not;
    }

    private static List<String> texts(FlowValue value) {
        List<String> texts = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case FlowValue.Text text -> texts.add(text.value());
                case FlowValue.Scalar scalar -> texts.add(scalar.written());
                case FlowValue.Concatenation parts -> parts.parts().forEach(part -> texts.addAll(texts(part)));
                case FlowValue.ListOf list -> list.items().forEach(item -> texts.addAll(texts(item)));
                // the name of a class: Serializer.class.getName()
                default -> LibraryPath.of(it).ifPresent(texts::add);
            }
        }
        return texts;
    }
}
