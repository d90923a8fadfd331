package dev.parapet.read.cloudformation.parameter;

import dev.parapet.model.Value;
import java.util.List;

/**
 * A parameter of a template.
 *
 * @param value what it is, or {@link Value.Unresolved}
 * @param allowed the only texts that it may be; empty when it may be any
 */
public record Parameter(String name, Value value, List<String> allowed) {
    public Parameter {
        allowed = List.copyOf(allowed);
    }
}
