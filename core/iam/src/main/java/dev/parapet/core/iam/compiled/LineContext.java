package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The context of a request in a line. */
final class LineContext {
    /** The key is not in the request. */
    static final int ABSENT = -1;
    /** Nothing is known of the key. */
    static final int UNKNOWN = -2;

    private final int[] names = new int[JsonLine.MOST_NAMES];
    private JsonLine line = new JsonLine();
    private int count;
    private boolean complete = true;

    /**
     * Reads the object of a line.
     *
     * @param object 0 when the request has none
     */
    void read(JsonLine line, int object, boolean complete) throws Unusual {
        this.line = line;
        this.complete = complete;
        count = 0;
        if (object == 0 || line.kind(object) == JsonLine.NULL) {
            return;
        }
        if (line.kind(object) != JsonLine.OBJECT) {
            throw Unusual.LINE;
        }
        for (int name = object + 1; name != line.after(object); name = line.after(name + 1)) {
            check(name + 1);
            // Which of two that differ in case only counts, nobody knows.
            if (find(line.text(), line.from(name), line.to(name), line.mark(name)) >= 0) {
                throw Unusual.LINE;
            }
            names[count++] = name;
        }
    }

    private void check(int value) throws Unusual {
        switch (line.kind(value)) {
            case JsonLine.OBJECT -> throw Unusual.LINE;
            case JsonLine.ARRAY -> {
                for (int item = value + 1; item != line.after(value); item = line.after(item)) {
                    if (line.kind(item) >= JsonLine.NULL) {
                        throw Unusual.LINE;
                    }
                }
            }
            default -> {}
        }
    }

    /** The same as a value of its own. */
    Context whole() {
        Map<String, ContextValue> values = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int value = names[i] + 1;
            values.put(
                    line.string(names[i]),
                    switch (line.kind(value)) {
                        case JsonLine.NULL -> new ContextValue.Absent();
                        case JsonLine.ARRAY -> new ContextValue.Many(strings(value));
                        default -> new ContextValue.One(line.string(value));
                    });
        }
        return new Context(values, complete);
    }

    private List<String> strings(int list) {
        List<String> strings = new ArrayList<>();
        for (int item = list + 1; item != line.after(list); item = line.after(item)) {
            strings.add(line.string(item));
        }
        return strings;
    }

    /** The value of a key, {@link #ABSENT} or {@link #UNKNOWN}. */
    int find(byte[] text, int from, int to, int mark) {
        for (int i = 0; i < count; i++) {
            int name = names[i];
            if (line.mark(name) == mark
                    && Ascii.isSameIgnoringCase(line.text(), line.from(name), line.to(name), text, from, to)) {
                return line.kind(name + 1) == JsonLine.NULL ? ABSENT : name + 1;
            }
        }
        return complete ? ABSENT : UNKNOWN;
    }
}
