@NullMarked
package dev.parapet.read.cloudformation.sam;

import org.jspecify.annotations.NullMarked;
