/** Tables of facts about cloud services, each with its source and its date. */
@NullMarked
package dev.parapet.core.knowledge;

import org.jspecify.annotations.NullMarked;
