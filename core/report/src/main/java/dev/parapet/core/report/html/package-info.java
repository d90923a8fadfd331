/** One page of HTML that needs nothing beside itself. */
@NullMarked
package dev.parapet.core.report.html;

import org.jspecify.annotations.NullMarked;
