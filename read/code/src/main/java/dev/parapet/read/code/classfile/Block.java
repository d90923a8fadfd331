package dev.parapet.read.code.classfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Instructions that follow one another, and where they lead. */
final class Block {
    /** The first instruction. */
    final int first;

    /** The one after the last that is carried out here; what {@link Exit.Branches} asks comes after it. */
    int end;

    Exit exit = new Exit.Ends();

    /** Its place in an order in which, loops aside, what leads to a block comes before it; negative where nothing leads to it. */
    int order = -1;

    final List<Block> before = new ArrayList<>();

    Block(int first) {
        this.first = first;
    }

    /** The blocks that follow it. */
    List<Block> after() {
        return new ArrayList<>(exit.to());
    }

    /** How a block ends. */
    sealed interface Exit {
        /** Where it leads, each block once. */
        default Set<Block> to() {
            Set<Block> to = new LinkedHashSet<>();
            switch (this) {
                case Ends ignored -> {}
                case Goes it -> to.add(it.target());
                case Branches it -> {
                    to.add(it.whenTrue());
                    to.add(it.whenFalse());
                }
                case Selects it -> {
                    to.addAll(it.cases().keySet());
                    to.add(it.otherwise());
                }
                case Tries it -> {
                    to.add(it.body());
                    to.addAll(it.handlers().keySet());
                }
            }
            return to;
        }

        /** The method ends. */
        record Ends() implements Exit {}

        /** It goes on with another block. */
        record Goes(Block target) implements Exit {}

        /** With one of two. */
        record Branches(Condition condition, Block whenTrue, Block whenFalse) implements Exit {}

        /**
         * With one of several.
         *
         * @param cases the numbers for which it goes on with each
         */
        record Selects(Map<Block, List<Integer>> cases, Block otherwise) implements Exit {}

        /**
         * With the first block, and from anywhere in what that begins with a block that handles an exception.
         *
         * @param handlers the internal names of what each of them catches; none: everything
         */
        record Tries(Block body, Map<Block, List<String>> handlers) implements Exit {}
    }
}
