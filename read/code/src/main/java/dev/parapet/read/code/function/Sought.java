package dev.parapet.read.code.function;

import dev.parapet.model.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param name the logical id of the function
 * @param handler what the template says is called; empty where it says nothing
 * @param family what runs it
 * @param folders where to look: where the code is put together first, then the project around it
 * @param built what is left of the path of the code when it is not there, as it is made by a build: {@code dist/orders}; else empty
 * @param environment the environment variables whose values are known
 * @param metadata what stands beside the properties of the function for the build; null when nothing does
 */
record Sought(
        String name,
        String handler,
        Family family,
        List<String> folders,
        String built,
        Map<String, String> environment,
        Value.@Nullable Mapping metadata) {
    Sought {
        folders = List.copyOf(folders);
        environment = Map.copyOf(environment);
    }

    Hints hints() {
        return Hints.of(List.of(name, built, handler));
    }

    /** The folder that the code is put together in. */
    String folder() {
        return folders.getFirst();
    }

    Sought in(List<String> otherFolders) {
        return new Sought(name, handler, family, otherFolders, built, environment, metadata);
    }

    Sought of(String otherHandler, Family otherFamily) {
        return new Sought(name, otherHandler, otherFamily, folders, built, environment, metadata);
    }

    /** A text of the metadata, by a path of names; empty when there is none. */
    String metadata(String... names) {
        Value value = metadata;
        for (String name : names) {
            value = value instanceof Value.Mapping mapping ? mapping.get(name) : null;
        }
        return value instanceof Value.Text text ? text.text() : "";
    }
}
