package dev.parapet.read.cloudformation.sam.template;

import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that a type of resource or event may have, and what SAM checks of each: in the order in which SAM checks
 * them, since its first problem is the one it tells.
 */
public final class PropertyTable {
    private record Rule(boolean required, Kind kind, boolean takesFunctions) {}

    private final String type;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private PropertyTable(String type) {
        this.type = type;
    }

    /** A table without properties. */
    public static PropertyTable of(String type) {
        return new PropertyTable(type);
    }

    /** Properties that SAM does not look into. */
    public PropertyTable any(String... names) {
        for (String name : names) {
            rules.put(name, new Rule(false, Kind.ANY, true));
        }
        return this;
    }

    /** An optional property; an intrinsic function is taken for any kind. */
    public PropertyTable optional(String name, Kind kind) {
        rules.put(name, new Rule(false, kind, true));
        return this;
    }

    /** An optional property for which SAM takes no intrinsic function. */
    public PropertyTable strict(String name, Kind kind) {
        rules.put(name, new Rule(false, kind, false));
        return this;
    }

    /** A property that must be there; an intrinsic function is taken for any kind. */
    public PropertyTable required(String name, Kind kind) {
        rules.put(name, new Rule(true, kind, true));
        return this;
    }

    /** A property that must be there and for which SAM takes no intrinsic function. */
    public PropertyTable requiredStrict(String name, Kind kind) {
        rules.put(name, new Rule(true, kind, false));
        return this;
    }

    /**
     * Checks the properties of a resource or event.
     *
     * @throws InvalidResource when SAM does not take them
     */
    public void check(Owner owner, Value.Mapping properties) {
        for (Map.Entry<String, Value.Entry> entry : properties.entries().entrySet()) {
            if (!rules.containsKey(entry.getKey())) {
                throw owner.invalidProperty(
                        "property " + entry.getKey() + " not defined for resource of type " + type,
                        entry.getValue().keySpan());
            }
        }
        for (Map.Entry<String, Rule> each : rules.entrySet()) {
            check(owner, each.getKey(), each.getValue(), properties.get(each.getKey()));
        }
    }

    private static void check(Owner owner, String name, Rule rule, @Nullable Value value) {
        if (rule.takesFunctions() && Intrinsics.hasOneEntry(value)) {
            return;
        }
        if (value == null || value instanceof Value.Null) {
            if (rule.required()) {
                throw owner.invalidProperty("Missing required property '" + name + "'.", owner.head());
            }
        } else if (!rule.kind().accepts(value)) {
            String kind = rule.kind().name();
            throw owner.invalidProperty(
                    kind == null
                            ? "Type of property '" + name + "' is invalid."
                            : "Property '" + name + "' should be a " + kind + ".",
                    value.span());
        }
    }
}
