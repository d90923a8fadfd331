@NullMarked
package dev.parapet.read.cloudformation;

import org.jspecify.annotations.NullMarked;
