@NullMarked
package dev.parapet.core.report.html;

import org.jspecify.annotations.NullMarked;
