@NullMarked
package dev.parapet.core.iam;

import org.jspecify.annotations.NullMarked;
