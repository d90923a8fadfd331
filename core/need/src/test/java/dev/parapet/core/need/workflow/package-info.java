@NullMarked
package dev.parapet.core.need.workflow;

import org.jspecify.annotations.NullMarked;
