@NullMarked
package dev.parapet.core.need.implied;

import org.jspecify.annotations.NullMarked;
