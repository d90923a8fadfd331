/** State machines of Step Functions: their definitions, roles, versions and aliases, and the events that start them. */
@NullMarked
package dev.parapet.read.cloudformation.sam.workflow;

import org.jspecify.annotations.NullMarked;
