package dev.parapet.core.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actions of IAM
 * (<a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
 * Authorization Reference</a>), from {@code actions.txt}: a line each, {@code service:Action level resource}, the level being
 * read, list, write, tagging or permissions-management, and the last word {@code resource} where a statement can limit the
 * action to resources, else {@code any}.
 */
public final class ActionTable {
    private static final class Standard {
        static final ActionTable TABLE = new ActionTable(Table.lines("actions.txt"));
    }

    private final Map<String, Action> actions;

    private ActionTable(List<String> lines) {
        actions = HashMap.newHashMap(lines.size());
        for (String line : lines) {
            String[] words = Table.words(line);
            if (words.length != 3) {
                throw new IllegalStateException("actions.txt has a line that is not of three words: " + line);
            }
            actions.put(words[0].toLowerCase(Locale.ROOT), new Action(words[0], words[1], words[2].equals("resource")));
        }
    }

    /**
     * An action.
     *
     * @param name such as {@code s3:GetObject}
     * @param level its level of access
     * @param hasResource whether a statement can limit it to resources
     */
    public record Action(String name, String level, boolean hasResource) {}

    /** The table that comes with Parapet. */
    public static ActionTable standard() {
        return Standard.TABLE;
    }

    /** An action by its name, upper and lower case alike; null when there is none. */
    public @Nullable Action find(String name) {
        return actions.get(name.toLowerCase(Locale.ROOT));
    }
}
