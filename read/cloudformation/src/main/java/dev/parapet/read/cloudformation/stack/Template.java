package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Value;

/**
 * A template as its author wrote it.
 *
 * @param path the file
 * @param root the whole of it
 */
public record Template(String path, Value.Mapping root) {}
