package dev.parapet.cli.scan;

import dev.parapet.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * From which severity on a finding fails the run.
 *
 * @param least the least severity that does; null for none
 */
record Threshold(@Nullable Severity least) {
    boolean isMetBy(Severity severity) {
        return least != null && severity.compareTo(least) >= 0;
    }
}
