package dev.parapet.core.report.text;

import dev.parapet.core.report.Scan;
import dev.parapet.core.report.source.Lines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The lines of the files that a report shows, each file split once. */
final class Sources {
    private final Scan scan;
    private final Map<String, Optional<Lines>> byPath = new HashMap<>();

    Sources(Scan scan) {
        this.scan = scan;
    }

    Optional<Lines> lines(String path) {
        return byPath.computeIfAbsent(
                path, wanted -> scan.source().apply(wanted).map(Lines::new));
    }
}
