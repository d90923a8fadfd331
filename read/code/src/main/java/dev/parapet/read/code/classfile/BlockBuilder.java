package dev.parapet.read.code.classfile;

import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts a method into blocks, with one more before each stretch whose exceptions are caught. */
final class BlockBuilder {
    private final MethodCode code;
    private final NavigableMap<Integer, Block> blocks = new TreeMap<>();
    /** For the first block of a stretch whose exceptions are caught, the blocks before it, the outermost first. */
    private final Map<Block, List<Try>> tries = new LinkedHashMap<>();

    private record Try(Block block, int end) {}

    private BlockBuilder(MethodCode code) {
        this.code = code;
    }

    /** The first block of a method that has an instruction. */
    static Block build(MethodCode code) {
        return new BlockBuilder(code).build();
    }

    private Block build() {
        List<MethodCode.Caught> caught = code.caught();
        for (int first : firsts(caught)) {
            blocks.put(first, new Block(first));
        }
        caught(caught);
        for (Block block : blocks.values()) {
            Integer next = blocks.higherKey(block.first);
            exit(block, next == null ? code.size() : next);
        }
        Block first = block(0);
        return tries.containsKey(first) ? tries.get(first).getFirst().block() : first;
    }

    private SortedSet<Integer> firsts(List<MethodCode.Caught> caught) {
        TreeSet<Integer> firsts = new TreeSet<>(List.of(0));
        for (int i = 0; i < code.size(); i++) {
            Instruction instruction = code.instruction(i);
            List<Integer> targets = targets(instruction);
            firsts.addAll(targets);
            if (!targets.isEmpty() || isEnd(instruction)) {
                firsts.add(i + 1);
            }
        }
        for (MethodCode.Caught one : caught) {
            firsts.add(one.start());
            firsts.add(one.end());
            firsts.add(one.handler());
        }
        return new TreeSet<>(firsts.headSet(code.size()));
    }

    private List<Integer> targets(Instruction instruction) {
        return switch (instruction) {
            case BranchInstruction it -> List.of(code.number(it.target()));
            case DiscontinuedInstruction.JsrInstruction it -> List.of(code.number(it.target()));
            case LookupSwitchInstruction it -> targets(it.cases(), code.number(it.defaultTarget()));
            case TableSwitchInstruction it -> targets(it.cases(), code.number(it.defaultTarget()));
            default -> List.of();
        };
    }

    private List<Integer> targets(List<SwitchCase> cases, int otherwise) {
        List<Integer> targets = new ArrayList<>(List.of(otherwise));
        cases.forEach(it -> targets.add(code.number(it.target())));
        return targets;
    }

    private static boolean isEnd(Instruction instruction) {
        return instruction instanceof ReturnInstruction
                || instruction instanceof ThrowInstruction
                || instruction instanceof DiscontinuedInstruction.RetInstruction;
    }

    private Block block(int first) {
        Block block = blocks.get(first);
        if (block == null) {
            throw new IllegalArgumentException("a method goes on after its last instruction");
        }
        return block;
    }

    /** Stretches of the same handler are one, of which the first says where it begins. */
    private void caught(List<MethodCode.Caught> caught) {
        Map<Integer, MethodCode.Caught> first = new LinkedHashMap<>();
        for (MethodCode.Caught one : caught) {
            MethodCode.Caught known = first.get(one.handler());
            if (known == null || one.start() < known.start()) {
                first.put(one.handler(), one);
            }
        }
        List<MethodCode.Caught> stretches = new ArrayList<>(caught);
        stretches.removeIf(one -> {
            MethodCode.Caught it = first.get(one.handler());
            return it == null || one.start() != it.start() || one.end() != it.end();
        });
        // Of those that begin at the same place, the longer is around the shorter.
        stretches.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        for (int i = 0; i < stretches.size(); ) {
            MethodCode.Caught one = stretches.get(i);
            Block start = block(one.start());
            Map<Block, List<String>> handlers = new LinkedHashMap<>();
            while (i < stretches.size()
                    && stretches.get(i).start() == one.start()
                    && stretches.get(i).end() == one.end()) {
                MethodCode.Caught it = stretches.get(i++);
                List<String> types = handlers.computeIfAbsent(block(it.handler()), ignored -> new ArrayList<>());
                if (!it.type().isEmpty()) {
                    types.add(it.type());
                }
            }
            Block before = new Block(one.start());
            before.end = one.start();
            before.exit = new Block.Exit.Tries(start, handlers);
            List<Try> around = tries.computeIfAbsent(start, ignored -> new ArrayList<>());
            if (!around.isEmpty() && around.getLast().block().exit instanceof Block.Exit.Tries outer) {
                around.getLast().block().exit = new Block.Exit.Tries(before, outer.handlers());
            }
            around.add(new Try(before, one.end()));
        }
    }

    /** Where a jump from one instruction to another leads: before the stretch that begins there, unless it comes out of it. */
    private Block to(int from, int target) {
        Block block = block(target);
        for (Try it : tries.getOrDefault(block, List.of())) {
            if (from < target || from >= it.end()) {
                return it.block();
            }
        }
        return block;
    }

    private void exit(Block block, int next) {
        int last = next - 1;
        block.end = next;
        Instruction instruction = code.instruction(last);
        block.exit = switch (instruction) {
            case BranchInstruction it
            when it.opcode() == Opcode.GOTO || it.opcode() == Opcode.GOTO_W ->
                new Block.Exit.Goes(to(last, code.number(it.target())));
            case BranchInstruction it -> {
                block.end = last;
                Condition jumps = new Condition.Jumps(last, last);
                yield branches(jumps, to(last, code.number(it.target())), to(last, next));
            }
            // What comes back from a subroutine goes on here.
            case DiscontinuedInstruction.JsrInstruction it ->
                new Block.Exit.Selects(Map.of(to(last, code.number(it.target())), List.of(0)), to(last, next));
            case LookupSwitchInstruction it -> selects(last, it.cases(), code.number(it.defaultTarget()));
            case TableSwitchInstruction it -> selects(last, it.cases(), code.number(it.defaultTarget()));
            default -> isEnd(instruction) ? new Block.Exit.Ends() : new Block.Exit.Goes(to(last, next));
        };
    }

    static Block.Exit branches(Condition condition, Block whenTrue, Block whenFalse) {
        return new Block.Exit.Branches(condition, whenTrue, whenFalse);
    }

    private Block.Exit selects(int from, List<SwitchCase> cases, int otherwise) {
        Map<Block, List<Integer>> targets = new LinkedHashMap<>();
        for (SwitchCase one : cases) {
            if (code.number(one.target()) != otherwise) {
                targets.computeIfAbsent(to(from, code.number(one.target())), ignored -> new ArrayList<>())
                        .add(one.caseValue());
            }
        }
        return new Block.Exit.Selects(targets, to(from, otherwise));
    }
}
