/** All that rules judge of the code of functions, gathered from what flows through it and what it needs. */
@NullMarked
package dev.parapet.core.need.code;

import org.jspecify.annotations.NullMarked;
