package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Model;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A condition key of the request: absent, one value, or a list, which may be empty. As many values as there are conditions with set
 * operators suffice, since each of them is met or broken by one value.
 *
 * @param absent whether the request doesn't have it
 * @param isList whether it is a list
 * @param count how many values there are
 * @param slots the values
 */
record Key(Context z3, BoolExpr absent, BoolExpr isList, IntExpr count, List<Slot> slots) {
    Slot first() {
        return slots.getFirst();
    }

    BoolExpr isOneValue() {
        return z3.mkAnd(z3.mkNot(absent), z3.mkNot(isList));
    }

    /** Whether a condition on it holds. */
    BoolExpr holds(Condition condition) {
        Operator operator = condition.operator();
        if (operator == null) {
            return z3.mkFalse();
        }
        if (operator.comparison() == Comparison.NULL) {
            BoolExpr any = z3.mkFalse();
            for (TextPattern value : condition.values()) {
                any = switch (value.text().toLowerCase(Locale.ROOT)) {
                    case "true" -> z3.mkOr(any, absent);
                    case "false" -> z3.mkOr(any, z3.mkNot(absent));
                    default -> any;
                };
            }
            return any;
        }
        return switch (operator.quantifier()) {
            case ONE ->
                z3.mkOr(
                        z3.mkAnd(
                                absent,
                                z3.mkBool(operator.ifExists()
                                        || operator.comparison().negated())),
                        z3.mkAnd(isOneValue(), satisfied(condition, operator, first())));
            case ANY -> {
                BoolExpr any = z3.mkFalse();
                for (int i = 0; i < slots.size(); i++) {
                    any = z3.mkOr(any, z3.mkAnd(isThere(i), satisfied(condition, operator, slots.get(i))));
                }
                yield z3.mkOr(z3.mkAnd(absent, z3.mkBool(operator.ifExists())), z3.mkAnd(z3.mkNot(absent), any));
            }
            case ALL -> {
                BoolExpr all = z3.mkTrue();
                for (int i = 0; i < slots.size(); i++) {
                    all = z3.mkAnd(all, z3.mkOr(z3.mkNot(isThere(i)), satisfied(condition, operator, slots.get(i))));
                }
                yield z3.mkOr(absent, all);
            }
        };
    }

    private BoolExpr isThere(int place) {
        return z3.mkGt(count, z3.mkInt(place));
    }

    private BoolExpr satisfied(Condition condition, Operator operator, Slot slot) {
        Comparison comparison = operator.comparison();
        BoolExpr satisfied = z3.mkBool(comparison.negated());
        for (TextPattern value : condition.values()) {
            BoolExpr comparable = slot.comparable(comparison, value);
            BoolExpr matches = slot.matches(comparison, value);
            satisfied = comparison.negated()
                    ? z3.mkAnd(satisfied, comparable, z3.mkNot(matches))
                    : z3.mkOr(satisfied, z3.mkAnd(comparable, matches));
        }
        return satisfied;
    }

    /** What the request says in a solution. */
    ContextValue read(Model model) {
        if (model.eval(absent, true).isTrue()) {
            return new ContextValue.Absent();
        }
        if (!model.eval(isList, true).isTrue()) {
            return new ContextValue.One(first().read(model));
        }
        int many = Integer.parseInt(model.eval(count, true).toString());
        List<String> values = new ArrayList<>();
        for (Slot slot : slots.subList(0, many)) {
            values.add(slot.read(model));
        }
        return new ContextValue.Many(values);
    }
}
