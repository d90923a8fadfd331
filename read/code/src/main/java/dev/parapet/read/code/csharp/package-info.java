/** The front end for C#. What nodes are called is said by tree-sitter-c-sharp. */
@NullMarked
package dev.parapet.read.code.csharp;

import org.jspecify.annotations.NullMarked;
