package dev.parapet.core.rule.evaluation;

/** An evaluation took more steps than it may. */
public final class BudgetExceeded extends RuntimeException {
    BudgetExceeded() {
        super("the expression takes too many steps", null, false, false);
    }
}
