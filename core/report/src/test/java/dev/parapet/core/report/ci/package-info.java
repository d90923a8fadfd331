@NullMarked
package dev.parapet.core.report.ci;

import org.jspecify.annotations.NullMarked;
