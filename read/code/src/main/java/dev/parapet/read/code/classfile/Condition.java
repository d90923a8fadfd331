package dev.parapet.read.code.classfile;

/** What decides between two ways through a method. */
sealed interface Condition {
    /**
     * That a jump is taken.
     *
     * @param first the first of the instructions that work out what it asks
     * @param jump the jump
     */
    record Jumps(int first, int jump) implements Condition {}

    /** The opposite. */
    record Not(Condition of) implements Condition {}

    /** Both, the second only asked where the first holds. */
    record And(Condition left, Condition right) implements Condition {}

    /** One of both, the second only asked where the first does not hold. */
    record Or(Condition left, Condition right) implements Condition {}
}
