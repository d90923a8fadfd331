/** The report for people who read it in a terminal. */
@NullMarked
package dev.parapet.core.report.text;

import org.jspecify.annotations.NullMarked;
