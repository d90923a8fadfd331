@NullMarked
package dev.parapet.core.report.text;

import org.jspecify.annotations.NullMarked;
