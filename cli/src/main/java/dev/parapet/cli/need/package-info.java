/** {@code parapet iam needs}: what functions need, and what their roles grant. */
@NullMarked
package dev.parapet.cli.need;

import org.jspecify.annotations.NullMarked;
