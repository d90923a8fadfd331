/** The policy language of IAM: documents read to statements, every part with its place, unknown parts kept as unknown. */
@NullMarked
package dev.parapet.core.iam.policy;

import org.jspecify.annotations.NullMarked;
