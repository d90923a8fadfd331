package dev.parapet.read.cloudformation.sam.definition;

import dev.parapet.read.cloudformation.sam.template.Allowance;

/**
 * How many times SAM has copied a document. Nothing is copied here, but copying changes the order of the keys in SAM's text of it
 * ({@link KeyOrder}), which each mapping of the document catches up with when it is asked for.
 */
final class Copies {
    private final Allowance allowance;
    private int made;

    Copies(Allowance allowance) {
        this.allowance = allowance;
    }

    int made() {
        return made;
    }

    void copy() {
        made++;
    }

    void take(int keys) {
        allowance.take(keys);
    }
}
