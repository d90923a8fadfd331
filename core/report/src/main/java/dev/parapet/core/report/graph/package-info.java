/** The graph as a document or a picture: {@code parapet graph}, and the pictures of the HTML report. */
@NullMarked
package dev.parapet.core.report.graph;

import org.jspecify.annotations.NullMarked;
