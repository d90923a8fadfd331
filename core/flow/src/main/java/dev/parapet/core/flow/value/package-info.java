/** What is known of values without running the code. */
@NullMarked
package dev.parapet.core.flow.value;

import org.jspecify.annotations.NullMarked;
