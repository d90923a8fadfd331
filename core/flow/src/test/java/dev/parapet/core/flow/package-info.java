/** Tests. */
@NullMarked
package dev.parapet.core.flow;

import org.jspecify.annotations.NullMarked;
