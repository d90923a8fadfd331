package dev.parapet.core.knowledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The actions of IAM
 * (<a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a>): their level of access, and whether a statement can limit them to resources. Which resources and
 * condition keys they take is told by {@link ServiceAuthorization}. A service is read when it is first asked for, as a scan meets few
 * of the hundreds.
 */
public final class ActionTable {
    private static final class Standard {
        static final ActionTable TABLE = new ActionTable(AuthorizationTable.standard());
    }

    private final AuthorizationTable table;
    private final Map<String, Map<String, Action>> services = new ConcurrentHashMap<>();

    private ActionTable(AuthorizationTable table) {
        this.table = table;
    }

    /** What an action does, from the harmless to the powerful. */
    public enum Level {
        /** It tells what resources there are. */
        LIST,
        /** It tells what a resource holds. */
        READ,
        /** It changes tags, which may decide who has access. */
        TAGGING,
        /** It makes, changes or deletes. */
        WRITE,
        /** It changes who may do what. */
        PERMISSIONS_MANAGEMENT;

        /** The word used in rules. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Level of(String word) {
            return switch (word) {
                case "list" -> LIST;
                case "read" -> READ;
                case "tagging" -> TAGGING;
                case "write" -> WRITE;
                case "permissions-management" -> PERMISSIONS_MANAGEMENT;
                default -> throw new IllegalStateException("the table of actions has a level that is none: " + word);
            };
        }
    }

    /**
     * An action.
     *
     * @param name such as {@code s3:GetObject}
     * @param level its level of access
     * @param hasResource whether a statement can limit it to resources
     */
    public record Action(String name, Level level, boolean hasResource) {}

    /** The table that comes with Parapet. */
    public static ActionTable standard() {
        return Standard.TABLE;
    }

    /** An action by its name, upper and lower case alike; null when there is none. */
    public @Nullable Action find(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? null
                : service(name.substring(0, colon).toLowerCase(Locale.ROOT))
                        .get(name.substring(colon + 1).toLowerCase(Locale.ROOT));
    }

    /** The actions that a pattern of a policy covers, such as {@code s3:Get*} or {@code *}; none when nobody knows them. */
    public List<Action> matching(String pattern) {
        int colon = pattern.indexOf(':');
        String service = colon < 0 ? pattern : pattern.substring(0, colon);
        String action = colon < 0 ? "*" : pattern.substring(colon + 1);
        List<Action> found = new ArrayList<>();
        if (!Wildcards.isPattern(service)) {
            collect(service.toLowerCase(Locale.ROOT), colon < 0 ? "" : action, found);
        } else {
            for (String name : table.services()) {
                if (Wildcards.matches(service, name)) {
                    collect(name, action, found);
                }
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void collect(String service, String pattern, List<Action> found) {
        Map<String, Action> actions = service(service);
        if (pattern.equals("*")) {
            found.addAll(actions.values());
            return;
        }
        if (!Wildcards.isPattern(pattern)) {
            Action action = actions.get(pattern.toLowerCase(Locale.ROOT));
            if (action != null) {
                found.add(action);
            }
            return;
        }
        actions.forEach((name, action) -> {
            if (Wildcards.matches(pattern, name)) {
                found.add(action);
            }
        });
    }

    private Map<String, Action> service(String prefix) {
        return table.has(prefix)
                ? services.computeIfAbsent(prefix, name -> actions(name, table.actions(name)))
                : Map.of();
    }

    private static Map<String, Action> actions(String service, List<String> text) {
        Map<String, Action> actions = new TreeMap<>();
        for (String line : text) {
            String[] words = Table.words(line);
            if (words.length < 3) {
                throw new IllegalStateException("the table of actions has a line without an action: " + line);
            }
            Level level = Level.of(words[0]);
            boolean hasResource = words[1].equals("resource");
            for (int i = 2; i < words.length; i++) {
                actions.put(
                        words[i].toLowerCase(Locale.ROOT), new Action(service + ":" + words[i], level, hasResource));
            }
        }
        return actions;
    }
}
