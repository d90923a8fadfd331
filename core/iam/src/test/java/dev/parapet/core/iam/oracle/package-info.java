/** Comparisons of policies answered a second time, by the Z3 solver, from the documentation alone. */
@NullMarked
package dev.parapet.core.iam.oracle;

import org.jspecify.annotations.NullMarked;
