/** What names stand for in one file. */
@NullMarked
package dev.parapet.core.flow.scope;

import org.jspecify.annotations.NullMarked;
