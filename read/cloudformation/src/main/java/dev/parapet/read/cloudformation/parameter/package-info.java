/** What the parameters of a template stand for: given, configured, by default, or not known. */
@NullMarked
package dev.parapet.read.cloudformation.parameter;

import org.jspecify.annotations.NullMarked;
