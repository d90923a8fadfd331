package dev.parapet.core.flow.value;

import java.util.ArrayList;
import java.util.List;

/** Values in one line: {@code boto3.client("s3").put_object(Bucket: env BUCKET, Key: event.Records[].key)}. */
final class FlowText {
    /** Values inside one another are shown this deep. */
    private static final int MAXIMUM_DEPTH = 12;

    private FlowText() {}

    static String of(FlowValue value) {
        return of(value, 0);
    }

    private static String of(FlowValue value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return "…";
        }
        int next = depth + 1;
        return switch (value) {
            case FlowValue.Text text -> '"' + text.value() + '"';
            case FlowValue.Scalar scalar -> scalar.written();
            case FlowValue.Nothing ignored -> "null";
            case FlowValue.Environment variable -> "env " + variable.name();
            case FlowValue.Event event -> event(event.path());
            case FlowValue.Library library -> library.name();
            case FlowValue.Global global -> global.name();
            case FlowValue.Member member -> of(member.of(), next) + "." + member.name();
            case FlowValue.Result result -> of(result.of(), next) + "(" + arguments(result.arguments(), next) + ")";
            case FlowValue.Instance it -> "new " + of(it.type(), next) + "(" + arguments(it.arguments(), next) + ")";
            case FlowValue.Item item ->
                of(item.of(), next) + "[" + (item.key() == null ? "" : of(item.key(), next)) + "]";
            case FlowValue.ListOf list -> "[" + all(list.items(), ", ", next) + "]";
            case FlowValue.MapOf map -> "{" + arguments(map.entries(), next) + "}";
            case FlowValue.Concatenation it -> all(it.parts(), " + ", next);
            case FlowValue.Derived it -> it.how() + "(" + all(it.from(), ", ", next) + ")";
            case FlowValue.Either either -> "(" + all(either.values(), " | ", next) + ")";
            case FlowValue.Unknown unknown -> "unknown<" + unknown.reason() + ">";
            case ProjectValue.FunctionValue it ->
                "function"
                        + (it.function().name() == null
                                ? ""
                                : " " + it.function().name());
            case ProjectValue.ClassValue it -> "class " + it.type().name();
            case ProjectValue.ObjectValue it ->
                "object of " + it.type().type().name() + (it.from() == null ? "" : " from " + of(it.from(), next));
            case ProjectValue.ModuleValue it -> "module " + it.file().path();
        };
    }

    private static String event(List<String> path) {
        StringBuilder text = new StringBuilder("event");
        for (String part : path) {
            text.append(part.equals("[]") ? "" : ".").append(part);
        }
        return text.toString();
    }

    private static String arguments(List<FlowArgument> arguments, int depth) {
        List<String> texts = new ArrayList<>();
        for (FlowArgument argument : arguments) {
            texts.add((argument.name() == null ? "" : argument.name() + ": ")
                    + (argument.spread() ? "..." : "")
                    + of(argument.value(), depth));
        }
        return String.join(", ", texts);
    }

    private static String all(List<FlowValue> values, String between, int depth) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(of(value, depth)));
        return String.join(between, texts);
    }
}
