package dev.parapet.core.report;

import dev.parapet.model.Finding;

/** When to turn to a finding that is violated and counts. */
public enum Urgent {
    /** Critical, or high and reached without a credential. */
    NOW("Fix now"),
    /** High, or medium and reached without a credential. */
    NEXT("Fix next"),
    /** Every other risk. */
    THEN("Then"),
    /** No risk by itself. */
    HOUSEKEEPING("Housekeeping");

    private final String words;

    Urgent(String words) {
        this.words = words;
    }

    /** The heading in reports. */
    public String words() {
        return words;
    }

    /** The urgency of a finding, by its severity and whether anybody reaches it. */
    public static Urgent of(Finding finding) {
        if (finding.hygiene()) {
            return HOUSEKEEPING;
        }
        boolean open = Boolean.TRUE.equals(finding.unauthenticated());
        return switch (finding.severity()) {
            case CRITICAL -> NOW;
            case HIGH -> open ? NOW : NEXT;
            case MEDIUM -> open ? NEXT : THEN;
            case LOW, INFO -> THEN;
        };
    }
}
