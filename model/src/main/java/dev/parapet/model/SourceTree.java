package dev.parapet.model;

import java.util.List;
import java.util.Optional;

/**
 * The files of the scanned places, bounded in number and size, none of them outside. Whatever could not be listed or read is
 * a {@link Fault} that the tree keeps. Threads may share a tree.
 */
public interface SourceTree {
    /** The paths of all files, sorted. */
    List<String> paths();

    /** The text of a file; empty when it is no text, too large or cannot be read, in which case there is one fault. */
    Optional<SourceFile> read(String path);

    /** The first bytes of a file, at most {@code length}, by which a reader tells whether it wants it; empty when it cannot be read. */
    byte[] peek(String path, int length);

    /** What could not be read so far, sorted by path. */
    List<Fault> faults();
}
