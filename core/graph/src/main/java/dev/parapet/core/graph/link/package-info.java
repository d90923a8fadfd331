/** How the edges of the graph come about: one class for each part of the provider that needs code, a table for the rest. */
@NullMarked
package dev.parapet.core.graph.link;

import org.jspecify.annotations.NullMarked;
