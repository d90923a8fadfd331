@NullUnmarked
package dev.parapet.core.graph.json;

import org.jspecify.annotations.NullUnmarked;
