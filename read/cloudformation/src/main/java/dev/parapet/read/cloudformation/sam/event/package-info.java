/** The events that a SAM function may have, and what each makes: mappings, rules, subscriptions, permissions, policies. */
@NullMarked
package dev.parapet.read.cloudformation.sam.event;

import org.jspecify.annotations.NullMarked;
