/** Rule files as people write them: front matter, expressions, and a body of Markdown. */
@NullMarked
package dev.parapet.core.rule.file;

import org.jspecify.annotations.NullMarked;
