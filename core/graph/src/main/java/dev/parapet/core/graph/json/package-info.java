/** JSON that stands in a text of a template: definitions, policies and patterns that their authors wrote as one string. */
@NullMarked
package dev.parapet.core.graph.json;

import org.jspecify.annotations.NullMarked;
