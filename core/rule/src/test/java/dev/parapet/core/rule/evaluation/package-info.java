/** Tests. */
@NullMarked
package dev.parapet.core.rule.evaluation;

import org.jspecify.annotations.NullMarked;
