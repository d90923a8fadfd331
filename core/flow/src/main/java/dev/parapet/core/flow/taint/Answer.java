package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request, however it is written down: a map of {@code statusCode}, {@code headers} and {@code body}
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html), an object of a library's
 * class with these fields, or what a builder makes ({@code new APIGatewayProxyResponseEvent().withBody(b)},
 * {@code ResponseEntity.ok().header(n, v).body(b)}).
 */
record Answer(FlowValue value) {
    /** Methods of builders that give one header, and which. */
    private static final Map<String, String> HEADERS = Map.of("contenttype", "content-type", "location", "location");

    /**
     * A header.
     *
     * @param name its name in lower case; null where it is not known
     */
    record Header(@Nullable String name, FlowValue value) {}

    /** What a returned value can be an answer of; of several results of Go the first. */
    static List<Answer> of(FlowValue returned) {
        List<Answer> answers = new ArrayList<>();
        for (FlowValue it : Values.alternatives(returned)) {
            if (it instanceof FlowValue.ListOf several && !several.items().isEmpty()) {
                Values.alternatives(several.items().getFirst()).forEach(first -> answers.add(new Answer(first)));
            } else {
                answers.add(new Answer(it));
            }
        }
        return answers;
    }

    /** What the body can be; empty where it is not an answer that is known. */
    List<FlowValue> bodies() {
        return part("body");
    }

    /** The headers that are known. */
    List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        for (String name : List.of("headers", "multiValueHeaders")) {
            for (FlowValue part : part(name)) {
                for (FlowArgument entry : entries(part)) {
                    add(entry.name(), entry.value(), headers);
                }
            }
        }
        for (FlowValue.Result call : chain()) {
            String method = method(call);
            List<FlowArgument> arguments = call.arguments();
            if (HEADERS.containsKey(method) && arguments.size() == 1) {
                add(HEADERS.get(method), arguments.getFirst().value(), headers);
            } else if (method.equals("header")
                    && arguments.size() == 2
                    && arguments.getFirst().value() instanceof FlowValue.Text name) {
                add(name.value(), arguments.getLast().value(), headers);
            }
        }
        return headers;
    }

    private static void add(@Nullable String name, FlowValue value, List<Header> into) {
        for (FlowValue one : Values.alternatives(value)) {
            List<FlowValue> each = one instanceof FlowValue.ListOf list ? list.items() : List.of(one);
            each.forEach(it -> into.add(new Header(name == null ? null : name.toLowerCase(Locale.ROOT), it)));
        }
    }

    private List<FlowValue> part(String name) {
        List<FlowValue> found = new ArrayList<>();
        for (FlowArgument entry : entries(value)) {
            if (name.equalsIgnoreCase(entry.name())) {
                found.addAll(Values.alternatives(entry.value()));
            }
        }
        List<FlowValue.Result> chain = chain();
        for (FlowValue.Result call : chain) {
            if (method(call).equals(name.toLowerCase(Locale.ROOT))
                    && call.arguments().size() == 1) {
                found.addAll(Values.alternatives(call.arguments().getFirst().value()));
            }
        }
        if (!chain.isEmpty() && receiver(chain.getLast()) instanceof FlowValue.Instance made) {
            found.addAll(new Answer(made).part(name));
        }
        return found;
    }

    private static List<FlowArgument> entries(FlowValue value) {
        return switch (value) {
            case FlowValue.MapOf map -> map.entries();
            case FlowValue.Instance made -> made.arguments();
            default -> List.of();
        };
    }

    /** The calls of a builder, from the last to the first. */
    private List<FlowValue.Result> chain() {
        List<FlowValue.Result> calls = new ArrayList<>();
        FlowValue of = value;
        while (of instanceof FlowValue.Result result && calls.size() < 32) {
            calls.add(result);
            of = receiver(result);
        }
        return calls;
    }

    private static @Nullable FlowValue receiver(FlowValue.Result call) {
        return call.of() instanceof FlowValue.Member method ? method.of() : null;
    }

    private static String method(FlowValue.Result call) {
        return call.of() instanceof FlowValue.Member method
                ? method.name().replaceFirst("^(?:with|set)(?=[A-Z])", "").toLowerCase(Locale.ROOT)
                : "";
    }
}
