/** Tests of which calls are calls of a cloud's API. */
@NullMarked
package dev.parapet.core.need.sdk;

import org.jspecify.annotations.NullMarked;
