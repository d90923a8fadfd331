package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;

/** The bucket and key of a URL {@code s3://BUCKET/KEY}, or of a path {@code BUCKET/KEY}, put together of whatever values. */
final class ObjectUrl {
    private static final String SCHEME = "s3://";

    private ObjectUrl() {}

    /** {@code Bucket} and {@code Key}, as far as they are there. */
    static List<FlowArgument> parameters(FlowValue url) {
        List<FlowArgument> parameters = new ArrayList<>();
        List<FlowValue> buckets = new ArrayList<>();
        List<FlowValue> keys = new ArrayList<>();
        for (FlowValue it : Values.alternatives(url)) {
            split(it, buckets, keys);
        }
        if (!buckets.isEmpty()) {
            parameters.add(new FlowArgument("Bucket", Values.either(buckets)));
        }
        if (!keys.isEmpty()) {
            parameters.add(new FlowArgument("Key", Values.either(keys)));
        }
        return parameters;
    }

    private static void split(FlowValue url, List<FlowValue> buckets, List<FlowValue> keys) {
        List<FlowValue> parts = url instanceof FlowValue.Concatenation it ? it.parts() : List.of(url);
        if (parts.size() == 1 && !(parts.getFirst() instanceof FlowValue.Text)) {
            return;
        }
        List<FlowValue> bucket = new ArrayList<>();
        List<FlowValue> key = new ArrayList<>();
        boolean inKey = false;
        for (int i = 0; i < parts.size(); i++) {
            FlowValue part = parts.get(i);
            if (!inKey && part instanceof FlowValue.Text text) {
                String rest = i == 0 && text.value().startsWith(SCHEME)
                        ? text.value().substring(SCHEME.length())
                        : text.value();
                int slash = rest.indexOf('/');
                inKey = slash >= 0;
                add(slash < 0 ? rest : rest.substring(0, slash), bucket);
                add(slash < 0 ? "" : rest.substring(slash + 1), key);
            } else {
                (inKey ? key : bucket).add(part);
            }
        }
        if (!bucket.isEmpty()) {
            buckets.add(Values.concatenation(bucket));
        }
        if (!key.isEmpty()) {
            keys.add(Values.concatenation(key));
        }
    }

    private static void add(String text, List<FlowValue> into) {
        if (!text.isEmpty()) {
            into.add(new FlowValue.Text(text));
        }
    }
}
