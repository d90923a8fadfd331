/** The graph of an application, to look at and for programs: {@code parapet graph}. */
@NullMarked
package dev.parapet.cli.graph;

import org.jspecify.annotations.NullMarked;
