package dev.parapet.core.iam.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The condition keys of a request; their names are the same in any case. */
public final class Context {
    private static final ContextValue ABSENT = new ContextValue.Absent();
    private static final ContextValue UNKNOWN = new ContextValue.Unknown();

    private final Map<String, ContextValue> values = new HashMap<>();
    private final boolean complete;

    /**
     * A context.
     *
     * @param values what the request says, by the name of the key
     * @param complete whether a key that is not among them is not in the request; else nothing is known of it
     */
    public Context(Map<String, ContextValue> values, boolean complete) {
        values.forEach((key, value) -> this.values.put(key.toLowerCase(Locale.ROOT), value));
        this.complete = complete;
    }

    /** The keys of which something is said, in lower case, sorted. */
    public SortedMap<String, ContextValue> said() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** What is known of a key, by its name in lower case. */
    public ContextValue get(String key) {
        ContextValue value = values.get(key);
        return value != null ? value : complete ? ABSENT : UNKNOWN;
    }
}
