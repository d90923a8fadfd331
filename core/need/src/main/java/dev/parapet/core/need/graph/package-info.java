/** What the code of functions calls, as edges of the graph of their templates. */
@NullMarked
package dev.parapet.core.need.graph;

import org.jspecify.annotations.NullMarked;
