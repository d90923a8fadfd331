@NullMarked
package dev.parapet.read.cloudformation.sam.definition;

import org.jspecify.annotations.NullMarked;
