package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** And, or and how large a condition is. */
final class Logic {
    private Logic() {}

    static Decision and(List<Decision> operands) {
        return combine(operands, true);
    }

    static Decision or(List<Decision> operands) {
        return combine(operands, false);
    }

    /** What is decided the other way decides the whole; what is decided the neutral way drops out. */
    private static Decision combine(List<Decision> operands, boolean neutral) {
        List<Condition> open = new ArrayList<>();
        @Nullable Provenance why = null;
        for (Decision operand : operands) {
            switch (operand) {
                case Decision.Known known -> {
                    if (known.holds() != neutral) {
                        return known;
                    }
                    why = why == null ? known.why() : why;
                }
                case Decision.Open undecided -> open.add(undecided.condition());
            }
        }
        if (open.isEmpty()) {
            return new Decision.Known(neutral, why);
        }
        if (open.size() == 1) {
            return new Decision.Open(open.getFirst());
        }
        return new Decision.Open(neutral ? new Condition.And(open) : new Condition.Or(open));
    }

    /** How many conditions a condition is made of, counting no further than {@code limit}. */
    static int size(Condition condition, int limit) {
        if (limit <= 0) {
            return 1;
        }
        return switch (condition) {
            case Condition.Equals ignored -> 1;
            case Condition.Opaque ignored -> 1;
            case Condition.Named named -> 1 + size(named.meaning(), limit - 1);
            case Condition.Not not -> 1 + size(not.operand(), limit - 1);
            case Condition.And and -> size(and.operands(), limit);
            case Condition.Or or -> size(or.operands(), limit);
        };
    }

    private static int size(List<Condition> operands, int limit) {
        int size = 1;
        for (Condition operand : operands) {
            if (size >= limit) {
                break;
            }
            size += size(operand, limit - size);
        }
        return size;
    }
}
