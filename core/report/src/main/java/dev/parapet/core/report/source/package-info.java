/** Text of scanned files, made fit to be shown. */
@NullMarked
package dev.parapet.core.report.source;

import org.jspecify.annotations.NullMarked;
