/** Findings to documents. A report never analyses. */
@NullMarked
package dev.parapet.core.report;

import org.jspecify.annotations.NullMarked;
