/**
 * Whether a request is allowed, decided in the provider's published order
 * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>).
 */
@NullMarked
package dev.parapet.core.iam.evaluation;

import org.jspecify.annotations.NullMarked;
