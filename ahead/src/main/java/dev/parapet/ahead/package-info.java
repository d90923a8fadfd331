/** Part of the build: what the JVM would work out at each start is worked out once. */
@NullMarked
package dev.parapet.ahead;

import org.jspecify.annotations.NullMarked;
