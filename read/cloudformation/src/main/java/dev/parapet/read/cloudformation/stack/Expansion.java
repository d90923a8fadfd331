package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Value;
import java.util.Map;

/**
 * A template after its transforms.
 *
 * @param template the template that the provider would deploy
 * @param authors for each resource that a transform generated or changed the type of, the resource that caused it
 */
public record Expansion(Value.Mapping template, Map<String, Author> authors) {
    /**
     * The authored resource behind a deployed one.
     *
     * @param name its logical id
     * @param type its type in the author's dialect
     */
    public record Author(String name, String type) {}
}
