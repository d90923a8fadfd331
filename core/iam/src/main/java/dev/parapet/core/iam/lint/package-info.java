/** What is wrong with a policy that can be read: elements that do nothing, that do more than they seem to, or that nobody needs. */
@NullMarked
package dev.parapet.core.iam.lint;

import org.jspecify.annotations.NullMarked;
