/**
 * Policies that are as small as what is needed: {@link dev.parapet.core.need.policy.NeededPolicy} is the door.
 */
@NullMarked
package dev.parapet.core.need.policy;

import org.jspecify.annotations.NullMarked;
