/** Code of functions for the tests of this module. */
@NullMarked
package dev.parapet.core.need;

import org.jspecify.annotations.NullMarked;
