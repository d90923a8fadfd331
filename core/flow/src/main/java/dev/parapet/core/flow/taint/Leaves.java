package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.taint.table.CalleePath;
import dev.parapet.core.flow.taint.table.FlowRow;
import dev.parapet.core.flow.taint.table.FlowRow.Word;
import dev.parapet.core.flow.taint.table.FlowTable;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What callers choose in a value, after what makes it harmless for a kind of use. Knows nothing of the order of statements. */
final class Leaves {
    private static final int MAXIMUM_DEPTH = 40;

    /** Operations that give part of what they are given. Others give numbers, true or false. */
    private static final Set<String> CARRYING = Set.of("slice", "+", "%", "format", "??", "||");

    /** Fields of texts, lists and maps that are numbers. */
    private static final Set<String> NUMBERS = Set.of("length", "size", "byteLength", "Length", "Count");

    private final FlowTable table;
    private final Callers callers;
    private final Map<String, Map<FlowValue, Leaf>> known = new HashMap<>();

    private static final Leaf NONE = new Leaf(new FlowValue.Nothing(), "", null);

    Leaves(FlowTable table, Callers callers) {
        this.table = table;
        this.callers = callers;
    }

    /** The first thing in a value that a caller chooses; null where there is none. */
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
            case FlowValue.Event it -> callers.choose(it, table, kind) ? new Leaf(it, it.text(), null) : null;
            case FlowValue.Library ignored -> source(value);
            case FlowValue.Global ignored -> source(value);
            case FlowValue.Member it ->
                isFixed(it, kind) || NUMBERS.contains(it.name()) ? source(it) : part(it, it.of(), kind, next);
            case FlowValue.Item it -> isFixed(it, kind) ? null : part(it, it.of(), kind, next);
            case FlowValue.Result it -> call(it, it.of(), it.arguments(), kind, next);
            case FlowValue.Instance it -> call(it, it, it.arguments(), kind, next);
            case FlowValue.ListOf it -> first(it.items(), kind, next);
            case FlowValue.MapOf it ->
                first(it.entries().stream().map(FlowArgument::value).toList(), kind, next);
            case FlowValue.Concatenation it -> first(Shapes.dangerous(it, kind), kind, next);
            case FlowValue.Derived it -> CARRYING.contains(it.how()) ? first(it.from(), kind, next) : null;
            case FlowValue.Either it -> first(it.values(), kind, next);
            case FlowValue.Text ignored -> null;
            case FlowValue.Scalar ignored -> null;
            case FlowValue.Nothing ignored -> null;
            case FlowValue.Environment ignored -> null;
            case FlowValue.Unknown ignored -> null;
            case ProjectValue ignored -> null;
        };
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
    private @Nullable Leaf part(FlowValue value, FlowValue of, String kind, int depth) {
        Leaf source = source(value);
        return source != null ? source : of(of, kind, depth);
    }

    /** Whether a table says of a part of something that no caller chooses it. */
    private boolean isFixed(FlowValue value, String kind) {
        return table.values(Word.FIXED, CalleePath.of(value)).stream().anyMatch(row -> row.isAbout(kind));
    }

    private @Nullable Leaf source(FlowValue value) {
        List<String> path = CalleePath.of(value);
        if (table.values(Word.SOURCE, path).isEmpty()) {
            return null;
        }
        return table.values(Word.FIXED, path).isEmpty() ? new Leaf(value, CalleePath.text(path), null) : null;
    }

    /** What a call of a library gives: a source, what it was given, or something of its own. */
    private @Nullable Leaf call(
            FlowValue value, FlowValue callee, List<FlowArgument> arguments, String kind, int depth) {
        Leaf source = source(value);
        if (source != null) {
            return source;
        }
        List<String> path = callee == value ? made(value) : CalleePath.of(callee);
        boolean doubtful = false;
        for (FlowRow row : table.calls(Word.CLEAN, path, arguments)) {
            if (row.isAbout(kind)) {
                return null;
            }
            doubtful |= row.kinds().contains("perhaps");
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
        }
        return carried != null && doubtful && carried.doubt() == null
                ? new Leaf(carried.value(), carried.text(), "what " + CalleePath.text(path) + "() lets through")
                : carried;
    }

    private static List<String> made(FlowValue value) {
        List<String> path = CalleePath.of(value);
        return path.subList(0, path.size() - 1);
    }
}
