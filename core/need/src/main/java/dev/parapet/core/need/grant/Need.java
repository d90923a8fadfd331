package dev.parapet.core.need.grant;

import dev.parapet.core.need.resource.NamedResource;

/**
 * An action that is needed on a resource.
 *
 * @param action the action as a policy names it
 * @param resource what it is needed on
 */
public record Need(String action, NamedResource resource) {}
