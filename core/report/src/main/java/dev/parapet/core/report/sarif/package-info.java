/** Findings for code scanning: SARIF 2.1.0. */
@NullMarked
package dev.parapet.core.report.sarif;

import org.jspecify.annotations.NullMarked;
