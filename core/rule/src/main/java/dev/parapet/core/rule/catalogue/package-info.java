/** What {@code parapet rules} shows of rules. */
@NullMarked
package dev.parapet.core.rule.catalogue;

import org.jspecify.annotations.NullMarked;
