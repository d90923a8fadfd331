/** Event patterns, by which EventBridge, its pipes and Lambda's event source mappings choose events. */
@NullMarked
package dev.parapet.core.graph.pattern;

import org.jspecify.annotations.NullMarked;
