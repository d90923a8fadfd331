package dev.parapet.read.cloudformation.intrinsic;

/**
 * How much resolving one stack may cost, so that a hostile template ends in a fault. A real template stays far below: the
 * largest that CloudFormation takes has 1 MB (AWS CloudFormation quotas).
 */
public final class Budget {
    private static final int MAX_STEPS = 4_000_000;
    private static final long MAX_CHARACTERS = 64_000_000;

    private int steps;
    private long characters;
    private boolean spent;

    /** Takes one step; false when there are none left. */
    boolean step() {
        if (++steps > MAX_STEPS) {
            spent = true;
        }
        return !spent;
    }

    /** Takes some characters of text that is put together; false when there are none left. */
    boolean characters(int count) {
        characters += count;
        if (characters > MAX_CHARACTERS) {
            spent = true;
        }
        return !spent;
    }

    /** Whether something was left unresolved because there was nothing left. */
    public boolean isSpent() {
        return spent;
    }
}
