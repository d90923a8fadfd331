/** Class files of Java, as https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html says them, to the small language. */
@NullMarked
package dev.parapet.read.code.classfile;

import org.jspecify.annotations.NullMarked;
