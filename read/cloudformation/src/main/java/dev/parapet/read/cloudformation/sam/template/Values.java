package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values that were caused by one stretch of text.
 *
 * @param span the text that causes them
 */
public record Values(Span span) {
    /** Values that another value causes. */
    public static Values of(Value cause) {
        return new Values(cause.span());
    }

    /** A text. */
    public Value.Text text(String text) {
        return new Value.Text(text, span);
    }

    /** True or false. */
    public Value.Bool bool(boolean value) {
        return new Value.Bool(value, span);
    }

    /** A whole number. */
    public Value.Number number(long value) {
        return new Value.Number(Decimal.of(value), span);
    }

    /** A list. */
    public Value.Sequence list(Value... items) {
        return list(List.of(items));
    }

    /** A list. */
    public Value.Sequence list(List<? extends Value> items) {
        return new Value.Sequence(List.copyOf(items), span);
    }

    /** A list of texts. */
    public Value.Sequence texts(String... texts) {
        return list(List.of(texts).stream().map(this::text).toList());
    }

    /** A mapping without entries. */
    public Value.Mapping map() {
        return new Value.Mapping(Map.of(), span);
    }

    /** A mapping with one entry, left out when its value is null. */
    public Value.Mapping map(String name, @Nullable Value value) {
        return builder().put(name, value).build();
    }

    /** A mapping with two entries; those whose values are null are left out. */
    public Value.Mapping map(String name1, @Nullable Value value1, String name2, @Nullable Value value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** A mapping with three entries; those whose values are null are left out. */
    public Value.Mapping map(
            String name1,
            @Nullable Value value1,
            String name2,
            @Nullable Value value2,
            String name3,
            @Nullable Value value3) {
        return builder()
                .put(name1, value1)
                .put(name2, value2)
                .put(name3, value3)
                .build();
    }

    /** A mapping to be filled. */
    public MappingBuilder builder() {
        return new MappingBuilder(new LinkedHashMap<>(), span);
    }

    /** {@code Ref}. */
    public Value.Mapping ref(String name) {
        return map("Ref", text(name));
    }

    /** {@code Fn::GetAtt}. */
    public Value.Mapping getAtt(String name, String attribute) {
        return map("Fn::GetAtt", texts(name, attribute));
    }

    /** {@code Fn::Sub} of a text alone. */
    public Value.Mapping sub(String text) {
        return map("Fn::Sub", text(text));
    }

    /** {@code Fn::Sub} of a text and variables. */
    public Value.Mapping sub(String text, Value.Mapping variables) {
        return variables.entries().isEmpty() ? sub(text) : map("Fn::Sub", list(text(text), variables));
    }

    /** {@code Fn::Join}. */
    public Value.Mapping join(String delimiter, Value... parts) {
        return map("Fn::Join", list(text(delimiter), list(parts)));
    }

    /** {@code Fn::If}; a null is {@code AWS::NoValue}. */
    public Value.Mapping either(String condition, @Nullable Value whenTrue, @Nullable Value whenFalse) {
        return map(
                "Fn::If",
                list(
                        text(condition),
                        whenTrue == null ? ref("AWS::NoValue") : whenTrue,
                        whenFalse == null ? ref("AWS::NoValue") : whenFalse));
    }
}
