@NullMarked
package dev.parapet.core.iam.escalation;

import org.jspecify.annotations.NullMarked;
