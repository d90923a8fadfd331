/** Tests. */
@NullMarked
package dev.parapet.core.rule.function;

import org.jspecify.annotations.NullMarked;
