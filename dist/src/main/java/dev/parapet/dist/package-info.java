/** The distribution, tried as its users get it. */
@NullMarked
package dev.parapet.dist;

import org.jspecify.annotations.NullMarked;
