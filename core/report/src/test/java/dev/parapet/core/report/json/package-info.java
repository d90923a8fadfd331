@NullMarked
package dev.parapet.core.report.json;

import org.jspecify.annotations.NullMarked;
