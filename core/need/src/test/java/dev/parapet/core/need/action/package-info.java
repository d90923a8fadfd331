@NullMarked
package dev.parapet.core.need.action;

import org.jspecify.annotations.NullMarked;
