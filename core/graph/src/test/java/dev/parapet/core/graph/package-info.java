@NullUnmarked
package dev.parapet.core.graph;

import org.jspecify.annotations.NullUnmarked;
