/** Tests. */
@NullMarked
package dev.parapet.core.rule;

import org.jspecify.annotations.NullMarked;
