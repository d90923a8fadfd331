package dev.parapet.core.need.implied;

import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.core.graph.name.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code configuration.txt}, whose head says how their lines read, and {@code services.txt}. */
final class ConfigurationTable {
    private static final List<String> TABLES = List.of("configuration.txt", "services.txt");
    private static final List<String> NOTHING = List.of("-");
    private static final List<String> UNKNOWN = List.of("?");

    static final List<Row> ROWS = read();

    private ConfigurationTable() {}

    /**
     * A line of the table.
     *
     * @param type the type of the resource that holds the property
     * @param property the property as it is written, for messages
     * @param around what holds the property: the properties of the resource, or the elements of a list among them
     * @param path the property
     * @param text what it must be; null for anything
     * @param kinds types of resources and patterns of ARNs that it may name; none for anything
     * @param hints what tells, all of them together, that it names such a thing where its ARN is not known
     * @param on on what the actions are needed
     * @param actions the actions
     * @param because why
     */
    record Row(
            String type,
            String property,
            PropertyPath around,
            PropertyPath path,
            @Nullable String text,
            List<String> kinds,
            List<Hint> hints,
            String on,
            List<String> actions,
            String because) {
        Row {
            kinds = List.copyOf(kinds);
            hints = List.copyOf(hints);
            actions = List.copyOf(actions);
        }

        /** Whether the holder names the function that it is about, rather than having a role of its own. */
        boolean isAboutFunctions() {
            return type.startsWith("AWS::Lambda::");
        }

        /** Whether what is needed is not known. */
        boolean isUnknown() {
            return actions.equals(UNKNOWN);
        }
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        TABLES.forEach(table -> lines.addAll(ResourceTypes.lines(ConfigurationTable.class, table)));
        for (String line : lines) {
            List<String> cells = ResourceTypes.cells(line);
            String property = cells.get(1);
            int equals = property.indexOf('=');
            String path = equals < 0 ? property : property.substring(0, equals);
            int inside = path.lastIndexOf("[].") + 1;
            List<String> kinds =
                    cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(";", -1));
            List<String> actions = List.of(cells.get(4).split(" ", -1));
            rows.add(new Row(
                    cells.get(0),
                    path,
                    PropertyPath.of(inside == 0 ? "" : path.substring(0, inside + 1)),
                    PropertyPath.of(inside == 0 ? path : path.substring(inside + 2)),
                    equals < 0 ? null : property.substring(equals + 1),
                    kinds.stream().filter(kind -> !kind.startsWith("~")).toList(),
                    kinds.stream()
                            .filter(kind -> kind.startsWith("~"))
                            .map(kind -> Hint.parse(kind.substring(1)))
                            .toList(),
                    cells.get(3),
                    actions.equals(NOTHING) ? List.of() : actions,
                    cells.get(5)));
        }
        return List.copyOf(rows);
    }
}
