package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Blocks to statements that lie in one another. A jump that goes on where the statements do anyway is none; one over what stands between, which no
 * source without labels needs, is left out, so that more seems to be possible than is.
 */
final class Structure {
    /** Statements are nested this deep; what lies deeper follows what it lies in. */
    private static final int MAXIMUM_LEVEL = 40;

    private record Arrival(Block at, OperandStack stack) {}

    private final Blocks blocks;
    private final StackMachine machine;
    private final Places places;
    /** What is on the stack on each of the ways that lead to a block where several meet. */
    private final Map<Block, List<OperandStack>> arrivals = new HashMap<>();

    private final List<Arrival> arrived = new ArrayList<>();
    /** The loops that are being told. */
    private final Set<Blocks.Loop> open = Collections.newSetFromMap(new IdentityHashMap<>());

    Structure(Blocks blocks, StackMachine machine, Places places) {
        this.blocks = blocks;
        this.machine = machine;
        this.places = places;
    }

    /** The statements of a method that begins with a block. */
    List<Statement> of(Block first) {
        List<Statement> statements = new ArrayList<>();
        add(first, new OperandStack(), statements, 0, null);
        return statements;
    }

    /** Adds what is done from a block on, as far as it lies in that. */
    private void add(
            Block first, OperandStack firstStack, List<Statement> into, int level, Blocks.@Nullable Loop around) {
        Deque<Block> later = new ArrayDeque<>();
        Block block = first;
        OperandStack stack = firstStack;
        while (true) {
            Blocks.Loop loop = blocks.loop(block);
            Block next = null;
            Blocks.Loop begun = loop == around ? null : loop;
            if (begun != null) {
                addFirst(blocks.after(begun), later);
            }
            if (begun != null && level < MAXIMUM_LEVEL) {
                loop(begun, stack, into, level);
            } else {
                addFirst(blocks.meetings(block), later);
                machine.run(block.first, block.end, stack, into);
                next = exit(block, stack, into, level, later);
            }
            if (next == null) {
                next = later.poll();
                if (next == null) {
                    return;
                }
                stack = met(next, into);
            }
            block = next;
        }
    }

    private static void addFirst(List<Block> blocks, Deque<Block> later) {
        blocks.reversed().forEach(later::addFirst);
    }

    private void loop(Blocks.Loop loop, OperandStack stack, List<Statement> into, int level) {
        int start = places.next();
        List<Statement> body = new ArrayList<>();
        open.add(loop);
        add(loop.header(), stack, body, level + 1, loop);
        open.remove(loop);
        @Nullable Expression condition = null;
        if (body.size() == 2
                && body.getFirst() instanceof Statement.If test
                && test.otherwise().isEmpty()
                && body.getLast() instanceof Statement.Jump jump
                && jump.kind() == Statement.Jump.Kind.BREAK) {
            condition = test.condition();
            body = new ArrayList<>(test.then());
        }
        if (!body.isEmpty()
                && body.getLast() instanceof Statement.Jump last
                && last.kind() == Statement.Jump.Kind.CONTINUE) {
            body.removeLast();
        }
        into.add(new Statement.Loop(places.since(start), condition, body));
    }

    /** Adds how a block ends; the block that follows in the same statements, null where none does. */
    private @Nullable Block exit(Block block, OperandStack stack, List<Statement> into, int level, Deque<Block> later) {
        return switch (block.exit) {
            case Block.Exit.Ends ignored -> null;
            case Block.Exit.Goes it -> follow(block, it.target(), stack, into);
            case Block.Exit.Branches it -> branches(block, it, stack, into, level, later);
            case Block.Exit.Selects it -> {
                selects(block, it, stack, into, level, later);
                yield null;
            }
            case Block.Exit.Tries it -> {
                tries(block, it, stack, into, level, later);
                yield null;
            }
        };
    }

    /** The block that another leads to, where it stands there; else null, and a jump where one is needed. */
    private @Nullable Block follow(Block from, Block to, OperandStack stack, List<Statement> into) {
        TextRange range = Places.at(Math.max(0, places.next() - 1));
        if (Blocks.isBack(from, to)) {
            into.add(new Statement.Jump(range, Statement.Jump.Kind.CONTINUE));
            return null;
        }
        if (blocks.isInside(from, to)) {
            return to;
        }
        arrive(to, stack);
        Blocks.Loop left = blocks.left(to);
        if (left != null && open.contains(left)) {
            into.add(new Statement.Jump(range, Statement.Jump.Kind.BREAK));
        }
        return null;
    }

    private void arrive(Block to, OperandStack stack) {
        arrivals.computeIfAbsent(to, ignored -> new ArrayList<>()).add(stack);
        arrived.add(new Arrival(to, stack));
    }

    /** Adds what is done on one of several ways out of a block. */
    private List<Statement> way(Block from, Block to, OperandStack stack, int level, Deque<Block> later) {
        List<Statement> statements = new ArrayList<>();
        Block next = follow(from, to, stack, statements);
        if (next != null && level >= MAXIMUM_LEVEL) {
            arrive(next, stack);
            later.addFirst(next);
        } else if (next != null) {
            add(next, stack, statements, level + 1, null);
        }
        return statements;
    }

    private @Nullable Block branches(
            Block block,
            Block.Exit.Branches it,
            OperandStack stack,
            List<Statement> into,
            int level,
            Deque<Block> later) {
        int start = machine.start(stack);
        boolean straight = it.whenTrue().first <= it.whenFalse().first;
        Operand.Value condition = condition(it.condition(), !straight, stack, into);
        machine.keep(stack, into);
        int before = arrived.size();
        List<Statement> then = way(block, straight ? it.whenTrue() : it.whenFalse(), stack.copy(), level, later);
        int between = arrived.size();
        Block second = straight ? it.whenFalse() : it.whenTrue();
        if (isEnded(then)) {
            into.add(new Statement.If(places.since(start), condition.expression(), then, List.of()));
            return follow(block, second, stack.copy(), into);
        }
        List<Statement> otherwise = way(block, second, stack.copy(), level, later);
        if (then.isEmpty()
                && otherwise.isEmpty()
                && between == before + 1
                && arrived.size() == between + 1
                && chosen(condition, arrived.get(before), arrived.get(between), start, into)) {
            return null;
        }
        into.add(new Statement.If(places.since(start), condition.expression(), then, otherwise));
        return null;
    }

    /** Where both ways only leave a value, they are one that leaves either; whether it is so. */
    private boolean chosen(Operand.Value condition, Arrival one, Arrival other, int start, List<Statement> into) {
        List<Operand> first = one.stack().operands();
        List<Operand> second = other.stack().operands();
        if (one.at() != other.at()
                || first.size() != second.size()
                || first.isEmpty()
                || first.getLast() == second.getLast()) {
            return false;
        }
        OperandStack both = new OperandStack(first.subList(0, first.size() - 1));
        machine.choose(condition, one.stack().pop(), other.stack().pop(), start, both, into);
        List<OperandStack> at = arrivals.getOrDefault(one.at(), new ArrayList<>());
        at.removeIf(it -> it == one.stack() || it == other.stack());
        arrived.removeLast();
        arrived.removeLast();
        arrive(one.at(), both);
        return true;
    }

    /** What is on the stack where ways meet. */
    private OperandStack met(Block block, List<Statement> into) {
        List<OperandStack> ways = arrivals.getOrDefault(block, List.of());
        if (ways.isEmpty()) {
            return new OperandStack();
        }
        List<OperandStack> left = new ArrayList<>(ways);
        while (left.size() > 1) {
            List<OperandStack> half = new ArrayList<>();
            for (int i = 0; i < left.size(); i += 2) {
                half.add(i + 1 < left.size() ? machine.either(left.get(i), left.get(i + 1), into) : left.get(i));
            }
            left = half;
        }
        return left.getFirst();
    }

    private static boolean isEnded(List<Statement> statements) {
        return !statements.isEmpty()
                && switch (statements.getLast()) {
                    case Statement.Return ignored -> true;
                    case Statement.Throw ignored -> true;
                    case Statement.Jump ignored -> true;
                    default -> false;
                };
    }

    private Operand.Value condition(Condition condition, boolean negated, OperandStack stack, List<Statement> into) {
        return switch (condition) {
            case Condition.Jumps it -> {
                machine.run(it.first(), it.jump(), stack, into);
                yield machine.jump(it.jump(), negated, stack, into);
            }
            case Condition.Not it -> condition(it.of(), !negated, stack, into);
            case Condition.And it ->
                machine.junction(
                        negated ? Operator.OR : Operator.AND,
                        condition(it.left(), negated, stack, into),
                        condition(it.right(), negated, stack, into));
            case Condition.Or it ->
                machine.junction(
                        negated ? Operator.AND : Operator.OR,
                        condition(it.left(), negated, stack, into),
                        condition(it.right(), negated, stack, into));
        };
    }

    private void selects(
            Block block,
            Block.Exit.Selects it,
            OperandStack stack,
            List<Statement> into,
            int level,
            Deque<Block> later) {
        int start = machine.start(stack);
        Expression subject = machine.subject(stack, into);
        machine.keep(stack, into);
        List<Statement.Case> cases = new ArrayList<>();
        it.cases().forEach((target, numbers) -> {
            List<Expression> values = new ArrayList<>();
            for (int number : numbers) {
                values.add(new Expression.Number(subject.range(), String.valueOf(number)));
            }
            List<Statement> body = way(block, target, stack.copy(), level, later);
            cases.add(new Statement.Case(values, null, false, body));
        });
        List<Statement> otherwise = way(block, it.otherwise(), stack.copy(), level, later);
        cases.add(new Statement.Case(List.of(), null, false, otherwise));
        into.add(new Statement.Switch(places.since(start), subject, cases));
    }

    private void tries(
            Block block, Block.Exit.Tries it, OperandStack stack, List<Statement> into, int level, Deque<Block> later) {
        int start = places.next();
        List<Statement> body = way(block, it.body(), stack, level, later);
        List<Statement.Handler> handlers = new ArrayList<>();
        it.handlers().forEach((target, types) -> {
            OperandStack thrown = new OperandStack();
            String name = machine.exception(target.first, thrown);
            List<Statement> handled = way(block, target, thrown, level, later);
            handlers.add(new Statement.Handler(machine.types(types), name, handled));
        });
        into.add(new Statement.Try(places.since(start), body, handlers, List.of()));
    }
}
