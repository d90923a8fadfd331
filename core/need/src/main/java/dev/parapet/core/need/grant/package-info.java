/**
 * What the role of a function grants, held against what the function needs: {@link dev.parapet.core.need.grant.Role} has the
 * statements, {@link dev.parapet.core.need.grant.Excess} and {@link dev.parapet.core.need.grant.Lack} compare.
 */
@NullMarked
package dev.parapet.core.need.grant;

import org.jspecify.annotations.NullMarked;
