package dev.parapet.core.knowledge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code service-authorization.txt.gz}, made by {@code tools/iam-actions.py}, which says how its lines read. Of the
 * members of a service the first has its actions, the last what else is known of them.
 */
final class AuthorizationTable {
    private static final String NAME = "service-authorization.txt.gz";

    private static final class Standard {
        static final AuthorizationTable TABLE = new AuthorizationTable();
    }

    private final PackedTable table = PackedTable.read(AuthorizationTable.class, NAME);
    private final Map<String, int[]> members = new ConcurrentHashMap<>();

    private AuthorizationTable() {}

    static AuthorizationTable standard() {
        return Standard.TABLE;
    }

    /** The prefixes of all services, sorted; {@code *}, which has the global condition keys, is one. */
    List<String> services() {
        return table.index().stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .sorted()
                .toList();
    }

    /** Whether there is a service of this prefix. */
    boolean has(String service) {
        return members(service).length > 0;
    }

    /** The lines of a service about the levels of its actions; none for a prefix that is nobody's. */
    List<String> actions(String service) {
        int[] starts = members(service);
        return starts.length < 2 ? List.of() : table.lines(starts[0]);
    }

    /** The lines of a service about keys, resources and what actions take; null for a prefix that is nobody's. */
    @Nullable
    List<String> facts(String service) {
        int[] starts = members(service);
        return starts.length == 0 ? null : table.lines(starts[starts.length - 1]);
    }

    /** Where the members of a service begin; none for a prefix that is nobody's. A scan asks for few of the hundreds of lines. */
    private int[] members(String service) {
        return members.computeIfAbsent(service, prefix -> {
            for (String line : table.index()) {
                if (line.startsWith(prefix) && line.startsWith(" ", prefix.length()) && !line.startsWith("#")) {
                    String[] words = Table.words(line);
                    int[] starts = new int[words.length - 1];
                    for (int i = 0; i < starts.length; i++) {
                        starts[i] = Integer.parseInt(words[i + 1]);
                    }
                    return starts;
                }
            }
            return new int[0];
        });
    }
}
