package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What others choose in a value, after what makes it harmless for a kind of use. Knows nothing of the order of statements. */
final class Leaves {
    private static final int MAXIMUM_DEPTH = 40;

    /** Operations that give part of what they are given. Others give numbers, true or false. */
    private static final Set<String> CARRYING = Set.of("slice", "+", "%", "format", "??", "||");

    /** Fields of texts, lists and maps that are numbers. */
    static final Set<String> NUMBERS = Set.of("length", "size", "byteLength", "Length", "Count");

    /** Methods that give the entry of a name. */
    private static final Set<String> ASKING = Set.of("get", "getOrDefault", "pop", "GetValueOrDefault");

    /** Some element, as the paths of events have it. */
    private static final String ELEMENT = "[]";

    private final FlowTable table;
    private final Origins origins;
    private final Map<String, Map<FlowValue, Leaf>> known = new HashMap<>();

    private static final Leaf NONE = new Leaf(new FlowValue.Nothing(), "", null);

    Leaves(FlowTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    /** Whether a value, or one that it may be, is chosen by itself and not for what it is made of. */
    boolean begins(FlowValue value, String kind) {
        return Values.alternatives(value).stream()
                .anyMatch(it -> !(it instanceof FlowValue.Event)
                        && !(it instanceof FlowValue.Unknown)
                        && origins.leaf(it, kind) != null);
    }

    /** The first thing in a value that somebody else chooses; null where there is none. */
    @Nullable
    Leaf of(FlowValue value, String kind) {
        return of(value, kind, 0);
    }

    private @Nullable Leaf of(FlowValue value, String kind, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return null;
        }
        boolean whole = depth == 0 && value instanceof FlowValue.Either;
        if (!whole) {
            return compute(value, kind, depth);
        }
        Map<FlowValue, Leaf> memory = known.computeIfAbsent(kind, ignored -> new HashMap<>());
        Leaf before = memory.get(value);
        if (before == null) {
            Leaf found = compute(value, kind, depth);
            before = found == null ? NONE : found;
            memory.put(value, before);
        }
        return before == NONE ? null : before;
    }

    private @Nullable Leaf compute(FlowValue value, String kind, int depth) {
        int next = depth + 1;
        return switch (value) {
            case FlowValue.Event it -> origins.leaf(it, kind);
            case FlowValue.Library it -> origins.leaf(it, kind);
            case FlowValue.Global it -> origins.leaf(it, kind);
            case FlowValue.Member it ->
                isFixed(it, kind) || NUMBERS.contains(it.name())
                        ? origins.leaf(it, kind)
                        : part(it, it.of(), it.name(), kind, next);
            case FlowValue.Item it ->
                isFixed(it, kind)
                        ? null
                        : part(it, it.of(), it.key() instanceof FlowValue.Text key ? key.value() : ELEMENT, kind, next);
            case FlowValue.Result it -> call(it, it.of(), it.arguments(), kind, next);
            case FlowValue.Instance it -> made(it, kind, next);
            case FlowValue.ListOf it -> first(it.items(), kind, next);
            case FlowValue.MapOf it ->
                first(it.entries().stream().map(FlowArgument::value).toList(), kind, next);
            case FlowValue.Concatenation it -> first(Shapes.dangerous(it, kind), kind, next);
            case FlowValue.Derived it -> derived(it, kind, next);
            case FlowValue.Either it -> first(it.values(), kind, next);
            case FlowValue.Text ignored -> null;
            case FlowValue.Scalar ignored -> null;
            case FlowValue.Nothing ignored -> null;
            case FlowValue.Environment it -> origins.leaf(it, kind);
            case FlowValue.Unknown it -> origins.leaf(it, kind);
            // A class takes of data the fields that it declares, and no others.
            case ProjectValue.ObjectValue it ->
                it.from() == null || kind.equals("mass-assignment") ? null : of(it.from(), kind, next);
            case ProjectValue ignored -> null;
        };
    }

    private @Nullable Leaf derived(FlowValue.Derived value, String kind, int depth) {
        if (CARRYING.contains(value.how())) {
            return first(value.from(), kind, depth);
        }
        boolean matched = value.how().equals(FlowValue.MATCHED);
        if (!matched && !value.how().equals(FlowValue.CONSTRAINED)) {
            return null;
        }
        Leaf leaf = of(value.from().getFirst(), kind, depth);
        boolean narrow = value.from().size() == 1
                || value.from().getLast() instanceof FlowValue.Text pattern
                        && Patterns.isNarrow(pattern.value(), !matched, !matched, kind);
        if (leaf == null || !narrow) {
            return leaf;
        }
        return matched ? null : leaf.doubted("whether the constraint that is declared of it is checked");
    }

    private @Nullable Leaf first(List<FlowValue> values, String kind, int depth) {
        @Nullable Leaf doubtful = null;
        for (FlowValue value : values) {
            Leaf leaf = of(value, kind, depth);
            if (leaf != null && leaf.doubt() == null) {
                return leaf;
            }
            doubtful = doubtful == null ? leaf : doubtful;
        }
        return doubtful;
    }

    /** A part of something, which is a caller's choice where that is. */
    private @Nullable Leaf part(FlowValue value, FlowValue of, String name, String kind, int depth) {
        Leaf own = origins.leaf(value, kind);
        if (own != null) {
            return own;
        }
        Leaf whole = of(of, kind, depth);
        return whole == null ? null : admitted(whole.part(name), value, kind);
    }

    /** A part of what a schema lets through; null where that can do no harm. */
    private @Nullable Leaf admitted(Leaf leaf, FlowValue part, String kind) {
        List<String> path = new ArrayList<>();
        FlowValue of = part;
        while (of instanceof FlowValue.Member || of instanceof FlowValue.Item) {
            path.addFirst(CalleePath.of(of).getLast());
            of = of instanceof FlowValue.Member it ? it.of() : ((FlowValue.Item) of).of();
        }
        if (!(of instanceof FlowValue.Result call)) {
            return leaf;
        }
        for (Schemas.Check check : Schemas.of(table, call.of(), call.arguments())) {
            boolean field = !path.isEmpty() && check.row().kinds().contains(path.getFirst());
            if (!check.gives() && !field) {
                continue;
            }
            List<String> inner = field ? path.subList(1, path.size()) : path;
            Leaf data = of(call.arguments().get(check.data()).value(), kind, 1);
            Leaf whole = data == null ? leaf : data;
            return switch (Schemas.at(check.schema(), inner, kind)) {
                case NARROW -> null;
                case UNKNOWN -> doubted(within(whole, inner), CalleePath.of(call.of()));
                case TEXT -> within(whole, inner);
            };
        }
        return leaf;
    }

    /** A part of what is chosen, where that is a part of the event. */
    private static Leaf within(Leaf leaf, List<String> path) {
        if (!(leaf.value() instanceof FlowValue.Event event)) {
            return leaf;
        }
        List<String> longer = new ArrayList<>(event.path());
        longer.addAll(path);
        FlowValue.Event part = new FlowValue.Event(longer);
        return new Leaf(part, part.text(), leaf.doubt());
    }

    private static Leaf doubted(Leaf leaf, List<String> callee) {
        return leaf.doubt() != null ? leaf : leaf.doubted("what " + CalleePath.text(callee) + "() lets through");
    }

    /** Whether a table says of a part of something that no caller chooses it. */
    private boolean isFixed(FlowValue value, String kind) {
        return table.values(Word.FIXED, CalleePath.of(value)).stream().anyMatch(row -> row.isAbout(kind));
    }

    /** What a call of a library gives: a source, what it was given, or something of its own. */
    private @Nullable Leaf call(
            FlowValue value, FlowValue callee, List<FlowArgument> arguments, String kind, int depth) {
        Leaf own = origins.leaf(value, kind);
        if (own != null) {
            return own;
        }
        List<String> path = callee == value ? made(value) : CalleePath.of(callee);
        boolean doubtful = false;
        for (FlowRow row : table.calls(Word.CLEAN, path, arguments)) {
            boolean perhaps = row.kinds().contains("perhaps");
            if (row.isAbout(kind) && !perhaps) {
                return null;
            }
            doubtful |= perhaps && (row.kinds().size() == 1 || row.isAbout(kind));
        }
        Leaf carried = null;
        for (FlowRow row : table.calls(Word.CARRY, path, arguments)) {
            for (int index : row.marked(arguments)) {
                carried = carried == null ? of(arguments.get(index).value(), kind, depth) : carried;
            }
        }
        // A method of what a caller chooses gives some form of it.
        if (carried == null && callee instanceof FlowValue.Member method) {
            carried = of(method.of(), kind, depth);
            carried = carried == null ? null : carried.part(taken(method.name(), arguments));
        }
        for (Schemas.Check check : carried == null ? Schemas.of(table, callee, arguments) : List.<Schemas.Check>of()) {
            carried = check.row().kinds().contains("checked")
                    ? null
                    : of(arguments.get(check.data()).value(), kind, depth);
        }
        Leaf leaf = carried == null ? null : admitted(carried, value, kind);
        return leaf != null && doubtful ? doubted(leaf, path) : leaf;
    }

    /** The name of the part that a method gives: what it is asked for by, else its own name. */
    private static String taken(String method, List<FlowArgument> arguments) {
        return ASKING.contains(method)
                        && !arguments.isEmpty()
                        && arguments.getFirst().value() instanceof FlowValue.Text key
                ? key.value()
                : method;
    }

    /** An object: what its class makes of what it is given, or what its fields are given where it is made. */
    private @Nullable Leaf made(FlowValue.Instance value, String kind, int depth) {
        Leaf leaf = call(value, value, value.arguments(), kind, depth);
        return leaf != null || isCleanedBy(value, kind)
                ? leaf
                : first(
                        value.arguments().stream()
                                .filter(it -> it.name() != null)
                                .map(FlowArgument::value)
                                .toList(),
                        kind,
                        depth);
    }

    private boolean isCleanedBy(FlowValue.Instance value, String kind) {
        return table.calls(Word.CLEAN, made(value), value.arguments()).stream().anyMatch(row -> row.isAbout(kind));
    }

    private static List<String> made(FlowValue value) {
        List<String> path = CalleePath.of(value);
        return path.subList(0, path.size() - 1);
    }
}
