/** Texts that are not wholly known, and the names by which the provider knows resources: how one template's ARN finds another's bucket. */
@NullMarked
package dev.parapet.core.graph.name;

import org.jspecify.annotations.NullMarked;
