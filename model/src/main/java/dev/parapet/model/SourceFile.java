package dev.parapet.model;

/**
 * A text file that was read.
 *
 * @param path the path relative to the scanned root, with {@code /} between its parts; control characters and bytes that are
 *     not UTF-8 are written {@code \xNN}, a backslash is doubled
 * @param text what it holds, without a byte order mark
 */
public record SourceFile(String path, String text) {}
