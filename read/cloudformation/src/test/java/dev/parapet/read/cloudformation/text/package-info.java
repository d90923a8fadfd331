@NullMarked
package dev.parapet.read.cloudformation.text;

import org.jspecify.annotations.NullMarked;
