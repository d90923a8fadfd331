/** How somebody who is not administrator becomes one: the catalogue of techniques, and the search for steps that lead there. */
@NullMarked
package dev.parapet.core.iam.escalation;

import org.jspecify.annotations.NullMarked;
