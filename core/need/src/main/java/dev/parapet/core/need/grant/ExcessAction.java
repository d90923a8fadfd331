package dev.parapet.core.need.grant;

import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.model.Span;
import java.util.List;

/**
 * An action that is granted and not needed, or granted on more than it is needed on.
 *
 * @param action the action; a wildcard as it is written where nothing under it is needed
 * @param resource what it is granted on
 * @param needed on what of that it is needed; nothing where it is not
 * @param from the ARN of the managed policy that grants it; empty for a policy that stands in the template
 * @param span the place of the statement
 */
public record ExcessAction(String action, NamedResource resource, List<NamedResource> needed, String from, Span span) {
    public ExcessAction {
        needed = List.copyOf(needed);
    }
}
