package dev.parapet.core.rule.evaluation;

import dev.parapet.model.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One consistent way in which the undecided conditions may turn out. A world starts without assumptions and makes one when it
 * is asked about a condition that those made so far leave open; {@link #next()} then takes back the last one that still has an
 * alternative. An evaluation is run again in each world until there is none, so that it walks through every way that matters to
 * it and no other.
 *
 * <p>Assumptions are made about atoms. Two equalities of one unknown with different literals are never both true.
 */
public final class World {
    private static final int DEPTH = 200;

    private record Assumption(Condition atom, boolean value, boolean last) {}

    /** What a named condition turned out to be. */
    public record Named(String name, boolean value) {}

    private final List<Assumption> script;
    private final Map<Condition, Boolean> assumed = new LinkedHashMap<>();
    private final Map<String, Boolean> named = new LinkedHashMap<>();
    private final List<Assumption> made = new ArrayList<>();
    private final String stack;
    private int asked;

    private World(List<Assumption> script, String stack) {
        this.script = script;
        this.stack = stack;
    }

    /** The first world; the names of conditions of other stacks than {@code stack} are told with their stack. */
    public static World first(String stack) {
        return new World(List.of(), stack);
    }

    /** The next world after this one has been walked through, or null when there is none. */
    public @Nullable World next() {
        int last = made.size() - 1;
        while (last >= 0 && made.get(last).last()) {
            last--;
        }
        if (last < 0) {
            return null;
        }
        List<Assumption> next = new ArrayList<>(made.subList(0, last));
        next.add(new Assumption(made.get(last).atom(), !made.get(last).value(), true));
        return new World(next, stack);
    }

    /** This world again, to be asked further questions without disturbing the walk. */
    public World again() {
        return new World(List.copyOf(made), stack);
    }

    /** How many assumptions were made. */
    public int assumptions() {
        return made.size();
    }

    /** Whether anything had to be assumed. */
    public boolean assumes() {
        return !made.isEmpty();
    }

    /** What the conditions that were asked about turned out to be, by the author's names. */
    public List<Named> consulted() {
        List<Named> consulted = new ArrayList<>();
        named.forEach((name, value) -> consulted.add(new Named(name, value)));
        return consulted;
    }

    /** How often a condition was asked about: what was found out in the meantime without asking holds in every world. */
    public int asked() {
        return asked;
    }

    /** Whether a condition holds in this world. */
    public boolean holds(Condition condition) {
        asked++;
        boolean value = decide(condition, 0);
        if (!(condition instanceof Condition.Named)) {
            note(condition, value);
        }
        return value;
    }

    private void note(Condition condition, boolean value) {
        switch (condition) {
            case Condition.Named name ->
                named.putIfAbsent(
                        name.stack().equals(stack) ? name.name() : name.name() + " of " + name.stack(), value);
            case Condition.Not not -> note(not.operand(), !value);
            case Condition.Equals equals ->
                named.putIfAbsent(equals.unknown() + " = \"" + equals.literal() + "\"", value);
            case Condition.Opaque opaque -> named.putIfAbsent(opaque.text(), value);
            case Condition.And and -> noteAll(and.operands());
            case Condition.Or or -> noteAll(or.operands());
        }
    }

    private void noteAll(List<Condition> conditions) {
        for (Condition condition : conditions) {
            Boolean value = settled(condition, 0);
            if (value != null) {
                note(condition, value);
            }
        }
    }

    private boolean decide(Condition condition, int depth) {
        if (depth > DEPTH) {
            return assume(condition);
        }
        return switch (condition) {
            case Condition.Named name -> {
                boolean value = decide(name.meaning(), depth + 1);
                if (depth == 0) {
                    note(name, value);
                }
                yield value;
            }
            case Condition.Not not -> !decide(not.operand(), depth + 1);
            case Condition.And and -> {
                // What is settled already is asked first, so that no assumption is made in vain.
                for (Condition operand : and.operands()) {
                    if (Boolean.FALSE.equals(settled(operand, 0))) {
                        yield false;
                    }
                }
                boolean all = true;
                for (Condition operand : and.operands()) {
                    if (!decide(operand, depth + 1)) {
                        all = false;
                        break;
                    }
                }
                yield all;
            }
            case Condition.Or or -> {
                for (Condition operand : or.operands()) {
                    if (Boolean.TRUE.equals(settled(operand, 0))) {
                        yield true;
                    }
                }
                boolean any = false;
                for (Condition operand : or.operands()) {
                    if (decide(operand, depth + 1)) {
                        any = true;
                        break;
                    }
                }
                yield any;
            }
            case Condition.Equals equals -> assume(equals);
            case Condition.Opaque opaque -> assume(opaque);
        };
    }

    /** What the assumptions made so far say of a condition; null where they leave it open. */
    private @Nullable Boolean settled(Condition condition, int depth) {
        if (depth > DEPTH) {
            return assumed.get(condition);
        }
        return switch (condition) {
            case Condition.Named name -> settled(name.meaning(), depth + 1);
            case Condition.Not not -> {
                Boolean operand = settled(not.operand(), depth + 1);
                yield operand == null ? null : !operand;
            }
            case Condition.And and -> {
                boolean open = false;
                for (Condition operand : and.operands()) {
                    Boolean value = settled(operand, depth + 1);
                    if (Boolean.FALSE.equals(value)) {
                        yield false;
                    }
                    open |= value == null;
                }
                yield open ? null : Boolean.TRUE;
            }
            case Condition.Or or -> {
                boolean open = false;
                for (Condition operand : or.operands()) {
                    Boolean value = settled(operand, depth + 1);
                    if (Boolean.TRUE.equals(value)) {
                        yield true;
                    }
                    open |= value == null;
                }
                yield open ? null : Boolean.FALSE;
            }
            case Condition.Equals equals -> settledAtom(equals);
            case Condition.Opaque opaque -> settledAtom(opaque);
        };
    }

    private @Nullable Boolean settledAtom(Condition atom) {
        Boolean value = assumed.get(atom);
        if (value != null) {
            return value;
        }
        if (atom instanceof Condition.Equals equals) {
            for (Map.Entry<Condition, Boolean> other : assumed.entrySet()) {
                if (other.getValue()
                        && other.getKey() instanceof Condition.Equals assumedEquals
                        && assumedEquals.unknown().equals(equals.unknown())) {
                    return false;
                }
            }
        }
        return null;
    }

    private boolean assume(Condition atom) {
        Boolean settled = settledAtom(atom);
        if (settled != null) {
            return settled;
        }
        // The script holds exactly the assumptions that the previous world made up to the one it took back: evaluation
        // is
        // deterministic, so that they are met again in the same order.
        Assumption assumption =
                made.size() < script.size() ? script.get(made.size()) : new Assumption(atom, true, false);
        made.add(assumption);
        assumed.put(atom, assumption.value());
        return assumption.value();
    }
}
