/** Tests. */
@NullMarked
package dev.parapet.core.flow.taint.table;

import org.jspecify.annotations.NullMarked;
