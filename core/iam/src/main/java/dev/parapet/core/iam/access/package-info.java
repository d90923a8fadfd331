/** Questions about who can do what in an account: can somebody do it, why, what can somebody do, who can reach something. */
@NullMarked
package dev.parapet.core.iam.access;

import org.jspecify.annotations.NullMarked;
