@NullMarked
package dev.parapet.core.report;

import org.jspecify.annotations.NullMarked;
