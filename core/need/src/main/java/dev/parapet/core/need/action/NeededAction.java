package dev.parapet.core.need.action;

import java.util.List;
import java.util.Optional;

/**
 * An action that a call needs.
 *
 * @param action the action as a policy names it: {@code dynamodb:GetItem}
 * @param resources what it is needed on, all of them
 * @param because why, where the operation's own name does not say it: a clause without a full stop ("the call passes a role")
 */
public record NeededAction(String action, List<ResourcePattern> resources, Optional<String> because) {
    public NeededAction {
        resources = List.copyOf(resources);
    }
}
