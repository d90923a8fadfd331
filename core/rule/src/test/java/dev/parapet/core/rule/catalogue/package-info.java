/** Tests. */
@NullMarked
package dev.parapet.core.rule.catalogue;

import org.jspecify.annotations.NullMarked;
