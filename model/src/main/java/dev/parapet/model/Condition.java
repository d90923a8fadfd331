package dev.parapet.model;

import java.util.List;

/**
 * A condition of a template that what is known does not decide. A condition that is decided never appears as one: the reader
 * follows the branch and notes the {@link Provenance}.
 */
public sealed interface Condition {
    /**
     * A condition that the author named.
     *
     * @param stack the stack that declares it: names are local to a stack
     * @param name the name in the template's {@code Conditions} section
     * @param meaning what it stands for
     */
    record Named(String stack, String name, Condition meaning) implements Condition {}

    /**
     * Whether an unknown text is a given one. Two of these over the same unknown with different literals are never both true.
     *
     * @param unknown what is unknown, as in {@link Value.Unresolved#missing()}: {@code Parameter Stage}
     * @param literal the text that it is compared with
     */
    record Equals(String unknown, String literal) implements Condition {}

    /** A condition that cannot be taken apart further, known by its canonical text alone. */
    record Opaque(String text) implements Condition {}

    /** The opposite of a condition. */
    record Not(Condition operand) implements Condition {}

    /** All of several conditions; true when there are none. */
    record And(List<Condition> operands) implements Condition {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** Any of several conditions; false when there are none. */
    record Or(List<Condition> operands) implements Condition {
        public Or {
            operands = List.copyOf(operands);
        }
    }
}
