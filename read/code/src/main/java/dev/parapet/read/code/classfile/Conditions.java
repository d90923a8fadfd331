package dev.parapet.read.code.classfile;

import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.List;

/**
 * Puts {@code a && b} and {@code a || b} together again, which a compiler writes as two jumps: where the second does nothing but ask, and both lead
 * to one block.
 */
final class Conditions {
    /** Conditions are nested this deep. */
    private static final int MAXIMUM_DEPTH = 20;

    private final MethodCode code;

    Conditions(MethodCode code) {
        this.code = code;
    }

    /** Joins a block with those that ask more; whether there was any. */
    boolean join(Block block) {
        boolean joined = false;
        while (block.exit instanceof Block.Exit.Branches it && once(block, it)) {
            joined = true;
        }
        return joined;
    }

    private boolean once(Block block, Block.Exit.Branches it) {
        Block yes = it.whenTrue();
        Block no = it.whenFalse();
        if (yes == no || depth(it.condition()) >= MAXIMUM_DEPTH) {
            return false;
        }
        if (asks(no, block) && no.exit instanceof Block.Exit.Branches next && depth(next.condition()) < MAXIMUM_DEPTH) {
            Condition right = next.condition();
            if (next.whenTrue() == yes) {
                return replace(block, no, new Condition.Or(it.condition(), all(no, right)), yes, next.whenFalse());
            }
            if (next.whenFalse() == yes) {
                Condition not = new Condition.Not(all(no, right));
                return replace(block, no, new Condition.Or(it.condition(), not), yes, next.whenTrue());
            }
        }
        if (asks(yes, block)
                && yes.exit instanceof Block.Exit.Branches next
                && depth(next.condition()) < MAXIMUM_DEPTH) {
            Condition right = next.condition();
            if (next.whenFalse() == no) {
                return replace(block, yes, new Condition.And(it.condition(), all(yes, right)), next.whenTrue(), no);
            }
            if (next.whenTrue() == no) {
                Condition not = new Condition.Not(all(yes, right));
                return replace(block, yes, new Condition.And(it.condition(), not), next.whenFalse(), no);
            }
        }
        return false;
    }

    /** A condition with the instructions of its block, which stand before what it asks first. */
    private static Condition all(Block block, Condition condition) {
        return switch (condition) {
            case Condition.Jumps it -> new Condition.Jumps(block.first, it.jump());
            case Condition.Not it -> new Condition.Not(all(block, it.of()));
            case Condition.And it -> new Condition.And(all(block, it.left()), it.right());
            case Condition.Or it -> new Condition.Or(all(block, it.left()), it.right());
        };
    }

    private static boolean replace(Block block, Block joined, Condition condition, Block yes, Block no) {
        block.exit = BlockBuilder.branches(condition, yes, no);
        joined.before.clear();
        for (Block after : List.of(yes, no)) {
            after.before.remove(joined);
            if (!after.before.contains(block)) {
                after.before.add(block);
            }
        }
        return true;
    }

    private static int depth(Condition condition) {
        return switch (condition) {
            case Condition.Jumps ignored -> 1;
            case Condition.Not it -> depth(it.of()) + 1;
            case Condition.And it -> Math.max(depth(it.left()), depth(it.right())) + 1;
            case Condition.Or it -> Math.max(depth(it.left()), depth(it.right())) + 1;
        };
    }

    /** Whether a block does nothing but ask, and only where another leads to it. */
    private boolean asks(Block block, Block only) {
        if (block == only || block.before.size() != 1 || block.before.getFirst() != only) {
            return false;
        }
        for (int i = block.first; i < block.end; i++) {
            if (!isPart(code.instruction(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether an instruction only works out a value. */
    private static boolean isPart(Instruction instruction) {
        return switch (instruction) {
            case LoadInstruction ignored -> true;
            case ConstantInstruction ignored -> true;
            case ArrayLoadInstruction ignored -> true;
            case ConvertInstruction ignored -> true;
            case OperatorInstruction ignored -> true;
            case TypeCheckInstruction ignored -> true;
            case InvokeDynamicInstruction ignored -> true;
            case FieldInstruction it -> it.opcode().name().startsWith("GET");
            case InvokeInstruction it -> !it.type().stringValue().endsWith("V");
            default -> false;
        };
    }
}
