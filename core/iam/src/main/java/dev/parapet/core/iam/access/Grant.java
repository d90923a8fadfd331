package dev.parapet.core.iam.access;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.knowledge.ActionTable;
import java.util.List;

/**
 * Access that somebody has.
 *
 * @param service the service, such as {@code s3}
 * @param level what the actions do
 * @param actions the actions, sorted
 * @param isWholeLevel whether these are all actions of the service of that level that are known
 * @param resources what they can be done to: patterns of ARNs, sorted; {@code *} for everything
 * @param conditions the conditions of the statement that hang on more than is known of the request
 * @param missing what else it hangs on, sorted: keys that a Deny asks for, policies that are not at hand
 */
public record Grant(
        String service,
        ActionTable.Level level,
        List<ActionTable.Action> actions,
        boolean isWholeLevel,
        List<String> resources,
        List<Condition> conditions,
        List<String> missing) {
    public Grant {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        missing = List.copyOf(missing);
    }

    /** Whether nothing more needs to be known. */
    public boolean isCertain() {
        return conditions.isEmpty() && missing.isEmpty();
    }
}
