package dev.parapet.core.need.grant;

import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy of a role, in the template's own words.
 *
 * @param sid its {@code Sid}; null where it has none
 * @param isAllow whether it gives rather than takes away
 * @param isNotAction whether it is about all actions but those listed
 * @param actions the actions as they are written
 * @param isNotResource whether it is about all resources but those listed
 * @param resources the resources
 * @param condition its {@code Condition}; null where it has none
 * @param from what it is of: the ARN of a managed policy; empty for a policy that stands in the template
 * @param span where it is written; of a managed policy of the provider, where that is attached
 */
public record GrantedStatement(
        @Nullable String sid,
        boolean isAllow,
        boolean isNotAction,
        List<String> actions,
        boolean isNotResource,
        List<NamedResource> resources,
        @Nullable Value condition,
        String from,
        Span span) {
    public GrantedStatement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
    }
}
