package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import java.lang.classfile.Opcode;
import java.util.ArrayList;
import java.util.List;

/** Instructions that only move what is on the stack: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html#jvms-6.5.dup. */
final class StackOrder {
    private final Values values;

    StackOrder(Values values) {
        this.values = values;
    }

    void carryOut(Opcode opcode, OperandStack stack, List<Statement> into) {
        switch (opcode) {
            case POP -> drop(stack.pop(), into);
            case POP2 -> {
                Operand first = stack.pop();
                drop(first, into);
                if (!first.isWide()) {
                    drop(stack.pop(), into);
                }
            }
            case DUP -> twice(take(1, stack, into), List.of(), stack);
            case DUP_X1 -> {
                List<Operand> top = take(1, stack, into);
                twice(top, take(1, stack), stack);
            }
            case DUP_X2 -> {
                List<Operand> top = take(1, stack, into);
                twice(top, take(2, stack), stack);
            }
            case DUP2 -> twice(take(2, stack, into), List.of(), stack);
            case DUP2_X1 -> {
                List<Operand> top = take(2, stack, into);
                twice(top, take(1, stack), stack);
            }
            case DUP2_X2 -> {
                List<Operand> top = take(2, stack, into);
                twice(top, take(2, stack), stack);
            }
            case SWAP -> {
                Operand top = stack.pop();
                Operand below = stack.pop();
                stack.push(top);
                stack.push(below);
            }
            default -> {}
        }
    }

    /** Puts operands on the stack, what was between, and the operands again. */
    private static void twice(List<Operand> operands, List<Operand> between, OperandStack stack) {
        operands.forEach(stack::push);
        between.forEach(stack::push);
        operands.forEach(stack::push);
    }

    /** Takes operands from the stack: so many, or one that has the place of two. */
    private static List<Operand> take(int places, OperandStack stack) {
        List<Operand> taken = new ArrayList<>(List.of(stack.pop()));
        if (places == 2 && !taken.getFirst().isWide()) {
            taken.addFirst(stack.pop());
        }
        return taken;
    }

    /** The same of operands that are needed twice. */
    private List<Operand> take(int places, OperandStack stack, List<Statement> into) {
        List<Operand> taken = take(places, stack);
        taken.replaceAll(it -> it instanceof Operand.Value value && !Values.isPlain(value.expression())
                ? values.kept(value, into)
                : it instanceof Operand.Comparison ? values.kept(values.value(it), into) : it);
        return taken;
    }

    /** What is not needed any more; what it does, it does all the same. */
    void drop(Operand operand, List<Statement> into) {
        if (operand instanceof Operand.Filling || operand instanceof Operand.Unmade) {
            return;
        }
        Expression expression = values.value(operand).expression();
        if (!Values.isPlain(expression)) {
            into.add(new Statement.Evaluate(expression));
        }
    }
}
