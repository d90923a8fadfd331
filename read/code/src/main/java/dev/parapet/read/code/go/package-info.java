/** The front end for Go. What nodes are called is said by tree-sitter-go. */
@NullMarked
package dev.parapet.read.code.go;

import org.jspecify.annotations.NullMarked;
