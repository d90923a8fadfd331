@NullMarked
package dev.parapet.read.code.java;

import org.jspecify.annotations.NullMarked;
