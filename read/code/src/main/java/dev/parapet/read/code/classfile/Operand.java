package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import java.util.ArrayList;
import java.util.List;

/** What can be on the stack of a method. */
sealed interface Operand {
    /** Whether it takes the place of two: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-2.html#jvms-2.6.2. */
    default boolean isWide() {
        return this instanceof Value value
                && (value.type().equals("J") || value.type().equals("D"));
    }

    /**
     * A value.
     *
     * @param type the descriptor of its type, as far as the instruction that made it tells
     * @param depth how many expressions are inside one another in it
     */
    record Value(Expression expression, String type, int depth) implements Operand {}

    /** An object whose constructor was not called yet; there is one for each instruction that makes one. */
    final class Unmade implements Operand {
        private final String type;
        private final int start;

        Unmade(String type, int start) {
            this.type = type;
            this.start = start;
        }

        /** The internal name of its class. */
        String type() {
            return type;
        }

        int start() {
            return start;
        }
    }

    /** An array of a known length that is being filled. */
    final class Filling implements Operand {
        private final String type;
        private final Expression length;
        private final List<Expression> items = new ArrayList<>();
        private int depth;

        Filling(String type, Expression length) {
            this.type = type;
            this.length = length;
        }

        /** The descriptor of its type. */
        String type() {
            return type;
        }

        Expression length() {
            return length;
        }

        List<Expression> items() {
            return items;
        }

        int depth() {
            return depth;
        }

        void add(Value item) {
            items.add(item.expression());
            depth = Math.max(depth, item.depth());
        }
    }

    /** How two numbers compare, before a jump says what is asked. */
    record Comparison(Value left, Value right) implements Operand {}
}
