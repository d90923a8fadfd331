/** Documents in JSON that other programs rely on. */
@NullMarked
package dev.parapet.core.report.json;

import org.jspecify.annotations.NullMarked;
