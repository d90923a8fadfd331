/** The functions that rules may call, a family each class. */
@NullMarked
package dev.parapet.core.rule.function;

import org.jspecify.annotations.NullMarked;
