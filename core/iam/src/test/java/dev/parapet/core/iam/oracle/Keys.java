package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.SeqExpr;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Operator.Comparison;
import dev.parapet.core.iam.policy.Operator.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The condition keys of a request, each of the sort that the operators of all conditions on it compare. */
final class Keys {
    private static final int MOST_VALUES = 4;

    private final Context z3;
    private final Texts texts;
    private final List<BoolExpr> given;
    private final Map<String, List<Operator>> operators = new TreeMap<>();
    private final Map<String, Key> keys = new TreeMap<>();

    Keys(Context z3, Texts texts, List<Condition> conditions, List<BoolExpr> given) {
        this.z3 = z3;
        this.texts = texts;
        this.given = given;
        for (Condition condition : conditions) {
            if (condition.operator() != null) {
                operators
                        .computeIfAbsent(condition.key(), key -> new ArrayList<>())
                        .add(condition.operator());
            }
        }
    }

    /** All keys that were asked for, by name. */
    Map<String, Key> all() {
        return keys;
    }

    /** A key. */
    Key get(String name) {
        Key known = keys.get(name);
        if (known != null) {
            return known;
        }
        List<Operator> used = operators.getOrDefault(name, List.of());
        int sets = Math.toIntExact(used.stream()
                .filter(each -> each.quantifier() != Quantifier.ONE)
                .count());
        if (sets > MOST_VALUES) {
            throw new Texts.NotEncoded("many set operators on one key");
        }
        BoolExpr isList = sets == 0 ? z3.mkFalse() : z3.mkBoolConst(name + " is a list");
        IntExpr count = z3.mkIntConst(name + " count");
        given.add(z3.mkGe(count, z3.mkInt(0)));
        given.add(z3.mkLe(count, z3.mkInt(Math.max(1, sets))));
        given.add(z3.mkOr(isList, z3.mkEq(count, z3.mkInt(1))));
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < Math.max(1, sets); i++) {
            slots.add(slot(name + " " + i, used));
        }
        Key key = new Key(z3, z3.mkBoolConst(name + " is absent"), isList, count, slots);
        keys.put(name, key);
        return key;
    }

    private Slot slot(String name, List<Operator> used) {
        List<String> sorts = used.stream()
                .map(Operator::comparison)
                .filter(comparison -> comparison != Comparison.NULL)
                .map(comparison -> comparison.word().replaceAll("^(Not)?([A-Z][a-z]+).*", "$2"))
                .distinct()
                .toList();
        if (sorts.size() > 1) {
            throw new Texts.NotEncoded("a key of several sorts");
        }
        BoolExpr isOne = z3.mkBoolConst(name + " is of its sort");
        return switch (sorts.isEmpty() ? "String" : sorts.getFirst()) {
            case "String", "Binary" ->
                new Slot.Text(z3, texts, texts.unknown(name, given), new Variables(z3, this::get));
            case "Bool" -> new Slot.Truth(z3, z3.mkIntConst(name));
            case "Numeric" -> new Slot.Count(z3, isOne, z3.mkIntConst(name), false);
            case "Date" -> {
                IntExpr value = z3.mkIntConst(name);
                // Four digits of a year.
                given.add(z3.mkGe(value, z3.mkInt("0")));
                given.add(z3.mkLe(value, z3.mkInt("250000000000000")));
                yield new Slot.Count(z3, isOne, value, true);
            }
            case "Ip" -> {
                IntExpr value = z3.mkIntConst(name);
                BoolExpr isSix = z3.mkBoolConst(name + " is of version 6");
                given.add(z3.mkGe(value, z3.mkInt(0)));
                given.add(z3.mkLt(value, z3.mkInt("340282366920938463463374607431768211456")));
                given.add(z3.mkOr(isSix, z3.mkLt(value, z3.mkInt("4294967296"))));
                yield new Slot.Address(z3, isOne, isSix, value);
            }
            case "Arn" -> new Slot.Arn(z3, texts, isOne, arn(name));
            default -> throw new Texts.NotEncoded("a key of another sort");
        };
    }

    /** Six parts, the first five of which hold no colon. */
    List<SeqExpr<CharSort>> arn(String name) {
        List<SeqExpr<CharSort>> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String each = name + " part " + i;
            parts.add(i < 5 ? texts.unknownPart(each, given) : texts.unknown(each, given));
        }
        return parts;
    }
}
