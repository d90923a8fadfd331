/**
 * A SAM template while it is transformed: what its author wrote, what is made of it, and the tools to make it with.
 *
 * <p>All values are plain ({@code Null}, {@code Bool}, {@code Number}, {@code Text}, {@code Sequence}, {@code Mapping}), and
 * a value that is made has the span of what caused it: {@link dev.parapet.read.cloudformation.sam.template.Values} makes
 * values for one span. A null of the text counts as absent, as it does for SAM.
 */
@NullMarked
package dev.parapet.read.cloudformation.sam.template;

import org.jspecify.annotations.NullMarked;
