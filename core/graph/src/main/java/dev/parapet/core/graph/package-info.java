/** Resources and what connects them: one immutable graph in which every edge cites the text it came from. */
@NullMarked
package dev.parapet.core.graph;

import org.jspecify.annotations.NullMarked;
