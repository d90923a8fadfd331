package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What properties say of the relation of two resources, as data: the tables beside this class, a line each,
 *
 * <pre>type | item | when | from | to | kind | verb</pre>
 *
 * <ul>
 *   <li><i>type</i>: the type of the resource that says it, {@code Custom::*} for all custom resources
 *   <li><i>item</i>: the {@link PropertyPath} to each thing that says it, several parted by {@code ;}; empty for the resource itself
 *   <li><i>when</i>: what must hold of the item: {@code Path=text}, {@code Path!=text}, {@code Path} (is there), {@code !Path}; all
 *       of several parted by {@code ;}; in a text, {@code *} is any text
 *   <li><i>from</i>, <i>to</i>: {@code .} for the resource, a path from the item, or {@code ^} and a path from the resource; {@code ~Type} after it
 *       says what a plain name means, {@code ~Type@prefix} that the name follows a prefix
 *   <li><i>kind</i>: an {@link EdgeKind#word()}; of {@code a/b} the first is meant where the target is compute, else the
 *       second; {@code a/} draws nothing else
 *   <li><i>verb</i>: what the edge's reason calls it, where the kind's own verb does not fit
 * </ul>
 */
final class EdgeTable {
    private static final List<String> FILES = List.of(
            "identity.txt",
            "api.txt",
            "invocation.txt",
            "delivery.txt",
            "failure.txt",
            "logging.txt",
            "encryption.txt",
            "network.txt",
            "protection.txt");

    /** The lines of each type; most types do not occur in a template, and theirs are never taken apart. */
    private static final Map<String, List<String>> LINES = new HashMap<>();

    private static final Map<String, List<Row>> ROWS = new ConcurrentHashMap<>();

    static {
        for (String file : FILES) {
            for (String line : ResourceTypes.lines(EdgeTable.class, file)) {
                LINES.computeIfAbsent(line.substring(0, line.indexOf('|')).strip(), type -> new ArrayList<>())
                        .add(line);
            }
        }
    }

    private EdgeTable() {}

    /**
     * A line.
     *
     * @param otherwise the kind where the target does not run; null where the kind does not depend on that
     * @param computeOnly whether there is no edge where the target does not run
     */
    record Row(
            String type,
            List<PropertyPath> items,
            List<When> when,
            End from,
            End to,
            EdgeKind kind,
            @Nullable EdgeKind otherwise,
            boolean computeOnly,
            String verb) {
        /** Whether all holds of an item that must. */
        boolean isAbout(Value item) {
            for (When condition : when) {
                if (!condition.of(item)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * One end of an edge.
     *
     * @param path how to get there; null for the resource itself
     * @param fromRoot whether the path starts at the resource's properties, not at the item
     * @param named what a plain name means there
     */
    record End(@Nullable PropertyPath path, boolean fromRoot, Ends.@Nullable Named named) {}

    /**
     * What must hold of an item.
     *
     * @param path what is looked at
     * @param text what it is compared with; null where it is only asked whether it is there
     * @param holds the answer that is wanted
     */
    record When(PropertyPath path, @Nullable String text, boolean holds) {
        /** Whether it holds of an item; what is not known is as good as not there. */
        boolean of(Value item) {
            boolean found = false;
            for (PropertyPath.Hit hit : path.from(item, null)) {
                found |= text == null
                        || hit.value() instanceof Value.Text known && TextShape.matches(text, known.text());
            }
            return found == holds;
        }
    }

    /** The lines about a type. */
    static List<Row> of(String type) {
        String key = type.startsWith("Custom::") ? "Custom::*" : type;
        List<String> lines = LINES.get(key);
        return lines == null ? List.of() : ROWS.computeIfAbsent(key, ignored -> rows(lines));
    }

    private static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>(lines.size());
        for (String line : lines) {
            rows.add(row(line));
        }
        return List.copyOf(rows);
    }

    private static Row row(String line) {
        List<String> cells = ResourceTypes.cells(line);
        if (cells.size() < 6) {
            throw new IllegalStateException("a line of a table of edges lacks cells: " + line);
        }
        List<PropertyPath> items = new ArrayList<>();
        for (String item : split(cells.get(1), ';')) {
            items.add(PropertyPath.of(item));
        }
        List<String> kinds = split(cells.get(5), '/');
        EdgeKind kind = kind(kinds.get(0));
        return new Row(
                cells.get(0),
                items,
                conditions(cells.get(2)),
                end(cells.get(3)),
                end(cells.get(4)),
                kind,
                kinds.size() > 1 && !kinds.get(1).isEmpty() ? kind(kinds.get(1)) : null,
                kinds.size() > 1 && kinds.get(1).isEmpty(),
                cells.size() > 6 ? cells.get(6) : "");
    }

    private static EdgeKind kind(String word) {
        return EdgeKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<When> conditions(String cell) {
        List<When> conditions = new ArrayList<>();
        for (String each : split(cell, ';')) {
            if (!each.isEmpty()) {
                conditions.add(when(each));
            }
        }
        return List.copyOf(conditions);
    }

    private static When when(String cell) {
        int equals = cell.indexOf('=');
        if (equals > 0) {
            boolean not = cell.charAt(equals - 1) == '!';
            return new When(
                    PropertyPath.of(cell.substring(0, not ? equals - 1 : equals)), cell.substring(equals + 1), !not);
        }
        return cell.startsWith("!")
                ? new When(PropertyPath.of(cell.substring(1)), null, false)
                : new When(PropertyPath.of(cell), null, true);
    }

    private static End end(String cell) {
        int tilde = cell.indexOf('~');
        Ends.Named named = null;
        if (tilde >= 0) {
            String type = cell.substring(tilde + 1);
            int prefix = type.indexOf('@');
            named = prefix < 0
                    ? new Ends.Named(type, "")
                    : new Ends.Named(type.substring(0, prefix), type.substring(prefix + 1));
        }
        String path = tilde < 0 ? cell : cell.substring(0, tilde);
        if (path.equals(".")) {
            return new End(null, true, named);
        }
        boolean fromRoot = path.startsWith("^");
        return new End(PropertyPath.of(fromRoot ? path.substring(1) : path), fromRoot, named);
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int next = text.indexOf(at); next >= 0; next = text.indexOf(at, from)) {
            parts.add(text.substring(from, next).strip());
            from = next + 1;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
