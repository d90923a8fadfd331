/** What one scan keeps for the next. See docs/adr/0015-what-a-scan-keeps-for-the-next.md. */
@NullMarked
package dev.parapet.cli.cache;

import org.jspecify.annotations.NullMarked;
