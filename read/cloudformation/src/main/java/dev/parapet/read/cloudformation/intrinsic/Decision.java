package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import org.jspecify.annotations.Nullable;

/** What is known of a condition. */
sealed interface Decision {
    /**
     * It is decided.
     *
     * @param why what decided it, where that is more than its own text
     */
    record Known(boolean holds, @Nullable Provenance why) implements Decision {}

    /** It is not. */
    record Open(Condition condition) implements Decision {}

    Decision TRUE = new Known(true, null);
    Decision FALSE = new Known(false, null);

    static Decision of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    default Decision negated() {
        return switch (this) {
            case Known known -> new Known(!known.holds(), known.why());
            case Open open ->
                new Open(
                        open.condition() instanceof Condition.Not not
                                ? not.operand()
                                : new Condition.Not(open.condition()));
        };
    }
}
