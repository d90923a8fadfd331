package dev.parapet.cli.scan;

import dev.parapet.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * From which severity on a finding fails the run.
 *
 * @param least the least severity that does; null for none
 */
record Threshold(@Nullable Severity least) {
    private static final String NEVER = "never";

    /** The severities, and none. */
    static Threshold[] all() {
        Severity[] severities = Severity.values();
        Threshold[] all = new Threshold[severities.length + 1];
        for (int i = 0; i < severities.length; i++) {
            all[i] = new Threshold(severities[i]);
        }
        all[severities.length] = new Threshold(null);
        return all;
    }

    String word() {
        return least == null ? NEVER : least.word();
    }

    boolean isMetBy(Severity severity) {
        return least != null && severity.compareTo(least) >= 0;
    }
}
