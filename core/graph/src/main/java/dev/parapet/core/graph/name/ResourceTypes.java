package dev.parapet.core.graph.name;

import dev.parapet.model.ShippedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code types.txt}: what the graph must know of a type of resource. */
public final class ResourceTypes {
    /**
     * What is known of a type.
     *
     * @param type the type, such as {@code AWS::S3::Bucket}
     * @param kind the word of the kind of node that stands for it; empty for a plain resource
     * @param nameProperty the property that names the resource; empty where there is none
     * @param service the service part of its ARN
     * @param prefix what stands before the name in the resource part of its ARN, such as {@code table/}
     */
    public record Entry(String type, String kind, String nameProperty, String service, String prefix) {}

    private static final Map<String, Entry> ENTRIES = new HashMap<>();
    private static final Map<String, List<Entry>> BY_SERVICE = new HashMap<>();

    static {
        for (String line : lines(ResourceTypes.class, "types.txt")) {
            List<String> cells = cells(line);
            Entry entry = new Entry(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
            ENTRIES.put(entry.type(), entry);
            BY_SERVICE
                    .computeIfAbsent(entry.service(), service -> new ArrayList<>())
                    .add(entry);
        }
    }

    private ResourceTypes() {}

    /** What is known of a type, or null. */
    public static @Nullable Entry of(String type) {
        return ENTRIES.get(type);
    }

    /** The types whose ARNs belong to a service. */
    public static List<Entry> ofService(String service) {
        return Collections.unmodifiableList(BY_SERVICE.getOrDefault(service, List.of()));
    }

    /** The lines of a table that lies beside a class, without comments and empty lines. */
    public static List<String> lines(Class<?> beside, String name) {
        String text = ShippedFile.text(beside, name);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (end > from && text.charAt(from) != '#') {
                lines.add(text.substring(from, end));
            }
            from = end + 1;
        }
        return lines;
    }

    /** The cells of a line of a table, parted by {@code |}, without the blanks around them. */
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
            cells.add(line.substring(from, bar).strip());
            from = bar + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }
}
