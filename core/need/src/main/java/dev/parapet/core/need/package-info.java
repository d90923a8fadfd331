/**
 * What a function needs: from the calls that its code makes to the permissions that they take.
 */
@NullMarked
package dev.parapet.core.need;

import org.jspecify.annotations.NullMarked;
