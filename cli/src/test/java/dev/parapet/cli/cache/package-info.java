/** What one scan keeps for the next, and that it changes nothing. */
@NullMarked
package dev.parapet.cli.cache;

import org.jspecify.annotations.NullMarked;
