package dev.parapet.read.cloudformation.parameter;

import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.Map;

/**
 * The values that parameters are given from outside of their template. What stands first wins.
 *
 * @param byParent by the stack that nests this one, already resolved there
 * @param byName by name on the command line, pseudo parameters among them
 * @param configured in the configuration of a deployment tool
 */
public record Given(Map<String, Value> byParent, Map<String, String> byName, Map<String, Configured> configured) {
    /** Nothing is given. */
    public static final Given NOTHING = new Given(Map.of(), Map.of(), Map.of());

    public Given {
        byParent = Map.copyOf(byParent);
        byName = Map.copyOf(byName);
        configured = Map.copyOf(configured);
    }

    /**
     * A value in a configuration file.
     *
     * @param file the name of the file, for people
     * @param span where it stands
     */
    public record Configured(String text, String file, Span span) {}
}
