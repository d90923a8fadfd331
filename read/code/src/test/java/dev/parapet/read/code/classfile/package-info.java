@NullMarked
package dev.parapet.read.code.classfile;

import org.jspecify.annotations.NullMarked;
