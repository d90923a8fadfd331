package dev.parapet.core.knowledge;

import java.util.List;

/**
 * What an action takes and needs (<a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#actions_table">Actions
 * table</a>).
 *
 * @param resources the types of resources that it takes; none where {@code *} is its only resource
 * @param keys the condition keys of all its requests, besides the global ones and those of its resources
 * @param dependent actions that its caller needs besides, such as {@code iam:PassRole}, in some or all cases
 */
public record ActionFacts(List<Use> resources, List<String> keys, List<String> dependent) {
    public ActionFacts {
        resources = List.copyOf(resources);
        keys = List.copyOf(keys);
        dependent = List.copyOf(dependent);
    }

    /**
     * A type of resource that an action takes.
     *
     * @param type the type
     * @param required whether each request is about one
     * @param keys the condition keys that requests of this action about it have, besides those of the type
     */
    public record Use(ResourceType type, boolean required, List<String> keys) {
        public Use {
            keys = List.copyOf(keys);
        }
    }
}
