/** Tests. */
@NullMarked
package dev.parapet.core.rule.file;

import org.jspecify.annotations.NullMarked;
