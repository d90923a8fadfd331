/**
 * Which actions of IAM an API call needs, and on what: {@link dev.parapet.core.need.action.OperationActions} is the door.
 */
@NullMarked
package dev.parapet.core.need.action;

import org.jspecify.annotations.NullMarked;
