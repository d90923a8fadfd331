/** Which findings count: suppressions, the baseline, what was asked for. */
@NullMarked
package dev.parapet.core.triage;

import org.jspecify.annotations.NullMarked;
