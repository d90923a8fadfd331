/**
 * How somebody who is not administrator becomes one: the catalogue of techniques, and the search for steps that lead there.
 *
 * <p>{@link dev.parapet.core.iam.escalation.EscalationSearch#of} is the door: it tells of each user and role of an account, by the name that
 * {@code Identity.name()} has, whether it is or can become administrator, and by which steps. It reads no file of the catalogue but those of
 * techniques whose actions somebody's policies mention all, so that a scan can ask it of every application.
 */
@NullMarked
package dev.parapet.core.iam.escalation;

import org.jspecify.annotations.NullMarked;
