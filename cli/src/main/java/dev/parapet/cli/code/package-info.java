/** The code of an application's functions, found, read and followed. */
@NullMarked
package dev.parapet.cli.code;

import org.jspecify.annotations.NullMarked;
