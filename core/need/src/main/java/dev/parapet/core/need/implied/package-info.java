/**
 * What the configuration of a function, or of what it uses, needs and no code shows: {@link
 * dev.parapet.core.need.implied.ImpliedActions} is the door.
 */
@NullMarked
package dev.parapet.core.need.implied;

import org.jspecify.annotations.NullMarked;
