/** What the commands are, as pages and as completion for shells; all of it from the one model that also parses arguments. */
@NullMarked
package dev.parapet.cli.reference;

import org.jspecify.annotations.NullMarked;
