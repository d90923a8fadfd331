/** What the version control of a scanned place knows. Repositories are read by a library: git itself would run what their configuration says. */
@NullMarked
package dev.parapet.read.git;

import org.jspecify.annotations.NullMarked;
