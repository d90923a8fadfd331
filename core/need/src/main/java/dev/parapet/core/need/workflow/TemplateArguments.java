package dev.parapet.core.need.workflow;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.need.sdk.SdkOperation;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arguments that a template gives, as values of calls. What is no plain text becomes a variable, whose value {@link #names} has. What is
 * computed when the call is made is known as far as its text is written out: a field whose name ends in {@code .$} (<a
 * href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-parameters.html">Passing parameters</a>), and a text
 * {@code {% … %}} (<a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">JSONata</a>).
 */
final class TemplateArguments {
    private static final int MAX_DEPTH = 40;
    private static final String PATH = ".$";

    private final Map<String, Value> names = new LinkedHashMap<>();

    /** The values of the variables. */
    Map<String, Value> names() {
        return Collections.unmodifiableMap(names);
    }

    /** The fields of a value as parameters of an operation; what is no mapping may be any. */
    List<FlowArgument> parameters(Value value, Optional<SdkOperation> operation) {
        if (!(value instanceof Value.Mapping mapping)) {
            return List.of(new FlowArgument(null, ComputedText.COMPUTED, true));
        }
        List<FlowArgument> parameters = new ArrayList<>();
        for (FlowArgument each : entries(mapping, 0)) {
            String written = each.name() == null ? "" : each.name();
            String name = operation.flatMap(it -> it.parameter(written)).orElse(written);
            parameters.add(new FlowArgument(name, each.value()));
        }
        return parameters;
    }

    /** One value. */
    FlowValue of(Value value) {
        return of(value, 0);
    }

    private List<FlowArgument> entries(Value.Mapping mapping, int depth) {
        List<FlowArgument> entries = new ArrayList<>();
        mapping.entries().forEach((name, entry) -> {
            boolean path = name.endsWith(PATH);
            FlowValue value = !path
                    ? of(entry.value(), depth + 1)
                    : entry.value() instanceof Value.Text text ? ComputedText.path(text.text()) : ComputedText.COMPUTED;
            entries.add(new FlowArgument(path ? name.substring(0, name.length() - PATH.length()) : name, value));
        });
        return entries;
    }

    private FlowValue of(Value value, int depth) {
        if (depth > MAX_DEPTH) {
            return ComputedText.COMPUTED;
        }
        return switch (value) {
            case Value.Text text ->
                text.text().strip().startsWith("{%")
                        ? ComputedText.expression(text.text())
                        : text.provenance() == null ? new FlowValue.Text(text.text()) : named(value);
            case Value.Composed composed -> composed(composed, depth);
            case Value.Number number -> new FlowValue.Scalar(number.value().toPlainString());
            case Value.Bool bool -> new FlowValue.Scalar(String.valueOf(bool.value()));
            case Value.Mapping mapping -> new FlowValue.MapOf(entries(mapping, depth));
            case Value.Sequence sequence ->
                new FlowValue.ListOf(
                        sequence.items().stream().map(it -> of(it, depth + 1)).toList());
            case Value.Null ignored -> new FlowValue.Nothing();
            case Value.Absent ignored -> new FlowValue.Nothing();
            case Value.Reference ignored -> named(value);
            case Value.DynamicReference ignored -> named(value);
            case Value.Conditional ignored -> named(value);
            case Value.Unresolved ignored -> named(value);
        };
    }

    private FlowValue composed(Value.Composed composed, int depth) {
        if (!composed.parts().isEmpty()
                && composed.parts().getFirst() instanceof Value.Text text
                && text.text().strip().startsWith("{%")) {
            return ComputedText.COMPUTED;
        }
        return new FlowValue.Concatenation(composed.parts().stream()
                .map(it -> it instanceof Value.Text text && text.provenance() == null
                        ? new FlowValue.Text(text.text())
                        : of(it, depth + 1))
                .toList());
    }

    /** A variable of its own; the number of those that there are is its name. */
    private FlowValue named(Value value) {
        String name = String.valueOf(names.size());
        names.put(name, value);
        return new FlowValue.Environment(name);
    }
}
