/** Tests. */
@NullMarked
package dev.parapet.core.rule.pack;

import org.jspecify.annotations.NullMarked;
