/** Tests. */
@NullMarked
package dev.parapet.core.knowledge;

import org.jspecify.annotations.NullMarked;
