@NullUnmarked
package dev.parapet.core.graph.link;

import org.jspecify.annotations.NullUnmarked;
