/** The built-in rules as they are stored: checked at build time, read only for the resource types that occur. */
@NullMarked
package dev.parapet.core.rule.pack;

import org.jspecify.annotations.NullMarked;
