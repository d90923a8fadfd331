package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;

/** Whether something with a condition exists. */
public sealed interface Existence {
    /** It does not. */
    record Never(Provenance why) implements Existence {}

    /** It does when a condition holds, which is not decided. */
    record When(Condition condition) implements Existence {}
}
