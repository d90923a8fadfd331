package dev.parapet.core.need.implied;

import dev.parapet.core.need.resource.NamedResource;

/**
 * An action that something needs because of how it is configured.
 *
 * @param action the action as a policy names it
 * @param resource what it is needed on
 * @param because why, a clause without a full stop
 */
public record ImpliedAction(String action, NamedResource resource, String because) {}
