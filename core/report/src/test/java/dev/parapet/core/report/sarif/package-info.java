@NullMarked
package dev.parapet.core.report.sarif;

import org.jspecify.annotations.NullMarked;
