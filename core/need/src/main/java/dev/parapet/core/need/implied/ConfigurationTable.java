package dev.parapet.core.need.implied;

import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.core.graph.name.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code configuration.txt}, whose head says how its lines read. */
final class ConfigurationTable {
    static final List<Row> ROWS = read();

    private ConfigurationTable() {}

    /**
     * A line of the table.
     *
     * @param type the type of the resource that holds the property
     * @param path the property
     * @param text what it must be; null for anything
     * @param kinds types of resources and patterns of ARNs that it may name; none for anything
     * @param on on what the actions are needed
     * @param actions the actions
     * @param because why
     */
    record Row(
            String type,
            PropertyPath path,
            @Nullable String text,
            List<String> kinds,
            String on,
            List<String> actions,
            String because) {
        Row {
            kinds = List.copyOf(kinds);
            actions = List.copyOf(actions);
        }
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (String line : ResourceTypes.lines(ConfigurationTable.class, "configuration.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            String property = cells.get(1);
            int equals = property.indexOf('=');
            String kinds = cells.get(2);
            rows.add(new Row(
                    cells.get(0),
                    PropertyPath.of(equals < 0 ? property : property.substring(0, equals)),
                    equals < 0 ? null : property.substring(equals + 1),
                    kinds.isEmpty() ? List.of() : List.of(kinds.split(";", -1)),
                    cells.get(3),
                    List.of(cells.get(4).split(" ", -1)),
                    cells.get(5)));
        }
        return List.copyOf(rows);
    }
}
