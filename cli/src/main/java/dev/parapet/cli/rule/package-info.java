/** {@code parapet rules}, and which rules a command uses. */
@NullMarked
package dev.parapet.cli.rule;

import org.jspecify.annotations.NullMarked;
