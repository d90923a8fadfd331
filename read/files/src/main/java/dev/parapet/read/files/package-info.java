/** The files of the scanned places, under bounds. */
@NullMarked
package dev.parapet.read.files;

import org.jspecify.annotations.NullMarked;
