/** The values that conditions compare: numbers, dates, blocks of addresses. */
@NullMarked
package dev.parapet.core.iam.value;

import org.jspecify.annotations.NullMarked;
