/** The rules that come with Parapet: how they are packed at build time, and where they are found. */
@NullMarked
package dev.parapet.rules;

import org.jspecify.annotations.NullMarked;
