package dev.parapet.core.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Map<String, int[]> members = new TreeMap<>();

    private AuthorizationTable() {
        for (String line : table.index()) {
            if (!line.startsWith("#")) {
                String[] words = Table.words(line);
                int[] starts = new int[words.length - 1];
                for (int i = 0; i < starts.length; i++) {
                    starts[i] = Integer.parseInt(words[i + 1]);
                }
                members.put(words[0], starts);
            }
        }
    }

    static AuthorizationTable standard() {
        return Standard.TABLE;
    }

    /** The prefixes of all services, sorted; {@code *}, which has the global condition keys, is one. */
    Collection<String> services() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Whether there is a service of this prefix. */
    boolean has(String service) {
        return members.containsKey(service);
    }

    /** The lines of a service about the levels of its actions; none for a prefix that is nobody's. */
    List<String> actions(String service) {
        int[] starts = members.get(service);
        return starts == null || starts.length < 2 ? List.of() : table.lines(starts[0]);
    }

    /** The lines of a service about keys, resources and what actions take; null for a prefix that is nobody's. */
    @Nullable
    List<String> facts(String service) {
        int[] starts = members.get(service);
        return starts == null ? null : table.lines(starts[starts.length - 1]);
    }
}
