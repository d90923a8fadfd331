@NullMarked
package dev.parapet.core.triage;

import org.jspecify.annotations.NullMarked;
