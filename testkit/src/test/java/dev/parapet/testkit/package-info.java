/** Tests. */
@NullMarked
package dev.parapet.testkit;

import org.jspecify.annotations.NullMarked;
