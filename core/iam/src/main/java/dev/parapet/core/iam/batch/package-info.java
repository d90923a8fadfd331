/** Requests and policies in one document each, as {@code parapet iam can --batch} takes them. */
@NullMarked
package dev.parapet.core.iam.batch;

import org.jspecify.annotations.NullMarked;
