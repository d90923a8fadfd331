package dev.parapet.read.code.classfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the blocks of a method lie in one another. A block belongs to the last one that all ways to it go through (its dominator: Cooper, Harvey,
 * Kennedy, "A Simple, Fast Dominance Algorithm", 2001), and stands where that leads to it, or after all that is in it where several ways meet
 * (Ramsey, "Beyond Relooper", 2022).
 */
final class Blocks {
    /** Steps that the work on one method may take; a method of the largest size that is written by hand takes some thousands. */
    private static final int MAXIMUM_STEPS = 2_000_000;

    private final List<Block> order = new ArrayList<>();
    private final int[] dominators;
    private final List<List<Block>> children = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final Map<Block, Loop> byHeader = new HashMap<>();
    private final Map<Block, Loop> exits = new HashMap<>();
    private int steps;

    /**
     * A loop.
     *
     * @param header where each round begins
     * @param inside its blocks, by their order
     * @param ends the blocks that begin the next round
     */
    record Loop(Block header, BitSet inside, Set<Block> ends) {}

    Blocks(Block first, MethodCode code) throws TangledException {
        reach(first);
        Conditions conditions = new Conditions(code);
        boolean joined = false;
        for (Block block : order.reversed()) {
            joined |= conditions.join(block);
        }
        if (joined) {
            reach(first);
        }
        dominators = new int[order.size()];
        dominate();
        for (int i = 0; i < order.size(); i++) {
            children.add(new ArrayList<>());
        }
        for (int i = 1; i < order.size(); i++) {
            children.get(dominators[i]).add(order.get(i));
        }
        findLoops();
        findExits();
    }

    private void step() throws TangledException {
        if (steps++ > MAXIMUM_STEPS) {
            throw new TangledException();
        }
    }

    private record Visit(Block block, Iterator<Block> rest) {}

    /** Brings the blocks that can be reached into an order, each before those that it leads to but for loops. */
    private void reach(Block first) {
        for (Block block : order) {
            block.order = -1;
            block.before.clear();
        }
        order.clear();
        Set<Block> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Visit> open = new ArrayDeque<>();
        seen.add(first);
        open.push(new Visit(first, first.after().reversed().iterator()));
        while (!open.isEmpty()) {
            Visit visit = open.peek();
            if (visit.rest().hasNext()) {
                Block next = visit.rest().next();
                if (seen.add(next)) {
                    open.push(new Visit(next, next.after().reversed().iterator()));
                }
            } else {
                open.pop();
                order.add(visit.block());
            }
        }
        Collections.reverse(order);
        for (int i = 0; i < order.size(); i++) {
            order.get(i).order = i;
        }
        for (Block block : order) {
            block.after().forEach(it -> it.before.add(block));
        }
    }

    private void dominate() throws TangledException {
        Arrays.fill(dominators, -1);
        dominators[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block block : order.subList(1, order.size())) {
                int found = -1;
                for (Block before : block.before) {
                    if (dominators[before.order] >= 0) {
                        found = found < 0 ? before.order : common(before.order, found);
                    }
                }
                changed |= dominators[block.order] != found;
                dominators[block.order] = found;
            }
        }
    }

    private int common(int one, int other) throws TangledException {
        int a = one;
        int b = other;
        while (a != b) {
            step();
            if (a > b) {
                a = dominators[a];
            } else {
                b = dominators[b];
            }
        }
        return a;
    }

    private boolean dominates(Block above, Block below) throws TangledException {
        int at = below.order;
        while (at > above.order) {
            step();
            at = dominators[at];
        }
        return at == above.order;
    }

    private void findLoops() throws TangledException {
        for (Block header : order) {
            Deque<Block> open = new ArrayDeque<>();
            for (Block before : header.before) {
                if (before.order >= header.order && dominates(header, before)) {
                    open.add(before);
                }
            }
            if (open.isEmpty()) {
                continue;
            }
            Set<Block> ends = Collections.newSetFromMap(new IdentityHashMap<>());
            ends.addAll(open);
            BitSet inside = new BitSet();
            inside.set(header.order);
            while (!open.isEmpty()) {
                step();
                Block block = open.pop();
                if (!inside.get(block.order)) {
                    inside.set(block.order);
                    open.addAll(block.before);
                }
            }
            Loop loop = new Loop(header, inside, ends);
            loops.add(loop);
            byHeader.put(header, loop);
        }
    }

    /** A block after a loop belongs to a block in it, and stands after the outermost loop that it is not in. */
    private void findExits() throws TangledException {
        for (Block block : order.subList(1, order.size())) {
            Block above = order.get(dominators[block.order]);
            Loop left = null;
            for (Loop loop : loops) {
                step();
                if (left == null
                        && loop.inside().get(above.order)
                        && !loop.inside().get(block.order)) {
                    left = loop;
                }
            }
            if (left != null
                    && (waysTo(block) > 1
                            || left.header() == above
                            || left.ends().contains(above))) {
                exits.put(block, left);
            }
        }
    }

    private static int waysTo(Block block) {
        int ways = 0;
        for (Block before : block.before) {
            ways += before.order < block.order ? 1 : 0;
        }
        return ways;
    }

    /** The block that the method begins with. */
    Block first() {
        return order.getFirst();
    }

    /** The loop that begins with a block; null where none does. */
    @Nullable
    Loop loop(Block header) {
        return byHeader.get(header);
    }

    /** The loop after which a block stands; null where it stands after none. */
    @Nullable
    Loop left(Block block) {
        return exits.get(block);
    }

    /** The blocks that stand after a loop. */
    List<Block> after(Loop loop) {
        List<Block> found = new ArrayList<>();
        exits.forEach((block, left) -> {
            if (left == loop) {
                found.add(block);
            }
        });
        found.sort(Comparator.comparingInt(block -> block.order));
        return found;
    }

    /** Whether going on with a block begins a loop's next round. */
    static boolean isBack(Block from, Block to) {
        return to.order <= from.order;
    }

    /** Whether a block stands right where another leads to it. */
    boolean isInside(Block from, Block to) {
        return dominators[to.order] == from.order
                && waysTo(to) == 1
                && to.before.contains(from)
                && !exits.containsKey(to);
    }

    /** The blocks in which ways from a block meet, in their order. */
    List<Block> meetings(Block block) {
        List<Block> found = new ArrayList<>();
        for (Block child : children.get(block.order)) {
            if (!exits.containsKey(child) && !isInside(block, child)) {
                found.add(child);
            }
        }
        return found;
    }
}
