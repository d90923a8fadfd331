/**
 * What services do with a role of their own, as their configuration says: {@link dev.parapet.core.need.workflow.DeclaredTasks} is the
 * door.
 */
@NullMarked
package dev.parapet.core.need.workflow;

import org.jspecify.annotations.NullMarked;
