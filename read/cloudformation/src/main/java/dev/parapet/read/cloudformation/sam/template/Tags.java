package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags: a mapping for SAM, a list of {@code Key} and {@code Value} for CloudFormation. */
public final class Tags {
    /** Names that SAM keeps for itself. */
    private static final List<String> RESERVED =
            List.of("lambda:createdBy", "serverlessrepo:applicationId", "serverlessrepo:semanticVersion");

    private Tags() {}

    /** The tags of a mapping, in order; none for anything else. */
    public static List<Value> of(@Nullable Value tags) {
        List<Value> items = new ArrayList<>();
        for (Map.Entry<String, Value.Entry> entry : Intrinsics.entries(tags).entrySet()) {
            Value value = entry.getValue().value();
            items.add(tag(
                    entry.getKey(),
                    value instanceof Value.Null ? new Value.Text("", value.span()) : value,
                    entry.getValue().keySpan()));
        }
        return items;
    }

    /** One tag. */
    public static Value.Mapping tag(String key, Value value, Span span) {
        Values values = new Values(span);
        return values.map("Key", values.text(key), "Value", value);
    }

    /**
     * The tags of what a resource becomes: SAM's own, then some others, then the author's.
     *
     * @param created the name of SAM's own tag, such as {@code lambda:createdBy}
     * @throws InvalidResource when the author uses a name that SAM keeps for itself
     */
    public static Value.Sequence created(Authored owner, String created, List<Value> others, @Nullable Value tags) {
        for (String name : RESERVED) {
            if (tags instanceof Value.Mapping mapping && mapping.has(name)) {
                throw owner.invalid(
                        name
                                + " is a reserved Tag key name and cannot be set on your resource. Please change the tag key in"
                                + " the input.",
                        mapping.span());
            }
        }
        return sam(owner, created, others, tags);
    }

    /** The same without a look at the names. */
    public static Value.Sequence sam(Authored owner, String created, List<Value> others, @Nullable Value tags) {
        Values values = new Values(owner.head());
        List<Value> all = new ArrayList<>();
        all.add(tag(created, values.text("SAM"), owner.head()));
        all.addAll(others);
        all.addAll(of(tags));
        return values.list(all);
    }
}
