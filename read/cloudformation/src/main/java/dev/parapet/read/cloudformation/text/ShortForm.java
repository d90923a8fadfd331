package dev.parapet.read.cloudformation.text;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;

/**
 * The short form of an intrinsic function, a YAML tag, as the long form: {@code !Ref X} is {@code {"Ref": "X"}} (AWS
 * CloudFormation User Guide, "Intrinsic function reference").
 */
final class ShortForm {
    private ShortForm() {}

    /** The key that a tag stands for. */
    static String key(String tag) {
        String name = tag.substring(1);
        return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    }

    /**
     * A value with a tag.
     *
     * @param span the tag and the value
     * @param tagSpan the tag alone
     */
    static Value.Mapping expand(String tag, Value value, Span span, Span tagSpan) {
        Value argument = value;
        if (tag.equals("!GetAtt") && value instanceof Value.Text text) {
            int dot = text.text().indexOf('.');
            argument = dot < 0
                    ? new Value.Sequence(List.of(text), text.span())
                    : new Value.Sequence(
                            List.of(
                                    new Value.Text(text.text().substring(0, dot), text.span()),
                                    new Value.Text(text.text().substring(dot + 1), text.span())),
                            text.span());
        }
        return new Value.Mapping(Map.of(key(tag), new Value.Entry(tagSpan, argument)), span);
    }
}
