package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import java.util.ArrayList;
import java.util.List;

/** The stack of a method. What is not on it, which is so only in a broken class file, is unknown. */
final class OperandStack {
    private final List<Operand> operands;

    OperandStack() {
        this(List.of());
    }

    OperandStack(List<Operand> operands) {
        this.operands = new ArrayList<>(operands);
    }

    OperandStack copy() {
        return new OperandStack(operands);
    }

    List<Operand> operands() {
        return operands;
    }

    void push(Operand operand) {
        operands.add(operand);
    }

    Operand pop() {
        return operands.isEmpty()
                ? new Operand.Value(new Expression.Unknown(Places.at(0), "operand", List.of()), "", 1)
                : operands.removeLast();
    }

    boolean isEmpty() {
        return operands.isEmpty();
    }

    /** How often an operand is on it. */
    long count(Operand operand) {
        return operands.stream().filter(it -> it == operand).count();
    }

    /** Whether an operand is on it. */
    boolean holds(Operand operand) {
        return count(operand) > 0;
    }

    /** Puts another operand in the place of one, wherever it is. */
    void replace(Operand operand, Operand by) {
        operands.replaceAll(it -> it == operand ? by : it);
    }
}
