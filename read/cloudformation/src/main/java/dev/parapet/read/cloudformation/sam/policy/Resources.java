package dev.parapet.read.cloudformation.sam.policy;

import dev.parapet.model.ShippedFile;
import java.util.List;

/** The tables beside the classes of this package. */
final class Resources {
    private Resources() {}

    /** The lines of a table, without comments. */
    static List<String> lines(String name) {
        return ShippedFile.text(Resources.class, name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
