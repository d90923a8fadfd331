/** Who and what there is in an account, as an application's templates or the provider's own list of authorizations tell it. */
@NullMarked
package dev.parapet.core.iam.account;

import org.jspecify.annotations.NullMarked;
