package dev.parapet.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one template deploys, with its parameters as they are known.
 *
 * @param id the name of the stack: the path of its template, or of the place that nests it
 * @param path the template
 * @param description what the template says of itself
 * @param resources what it deploys, generated resources among them, in the order of the text
 * @param outputs what it gives to others, by logical id
 * @param parameters what it asks for, by name: its value where there is one, else {@link Value.Unresolved}
 * @param metadata the template's own {@code Metadata} section
 * @param span the whole of the template
 */
public record Stack(
        String id,
        String path,
        @Nullable String description,
        List<Resource> resources,
        Map<String, Value> outputs,
        Map<String, Value> parameters,
        Value.Mapping metadata,
        Span span) {
    public Stack {
        resources = List.copyOf(resources);
        outputs = Map.copyOf(outputs);
        parameters = Map.copyOf(parameters);
    }
}
