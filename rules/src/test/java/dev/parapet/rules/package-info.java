/** Tests. */
@NullMarked
package dev.parapet.rules;

import org.jspecify.annotations.NullMarked;
