@NullUnmarked
package dev.parapet.core.graph.pattern;

import org.jspecify.annotations.NullUnmarked;
