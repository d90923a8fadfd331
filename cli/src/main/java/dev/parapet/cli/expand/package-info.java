/** {@code parapet expand}: the template that the provider would deploy. */
@NullMarked
package dev.parapet.cli.expand;

import org.jspecify.annotations.NullMarked;
