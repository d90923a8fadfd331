/** Evaluation of expressions over values that may be unknown, or depend on conditions. */
@NullMarked
package dev.parapet.core.rule.evaluation;

import org.jspecify.annotations.NullMarked;
