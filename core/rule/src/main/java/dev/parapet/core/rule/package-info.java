/** Rule files and the engine that puts them to the graph. */
@NullMarked
package dev.parapet.core.rule;

import org.jspecify.annotations.NullMarked;
