/** Tests. */
@NullMarked
package dev.parapet.core.rule.secret;

import org.jspecify.annotations.NullMarked;
