/** The text of a template, YAML or JSON, to values that know where they stand. Nothing is resolved here. */
@NullMarked
package dev.parapet.read.cloudformation.text;

import org.jspecify.annotations.NullMarked;
