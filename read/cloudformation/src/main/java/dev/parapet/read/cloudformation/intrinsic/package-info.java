/**
 * The intrinsic functions of CloudFormation, resolved as far as what is known allows; what is not known stays in the value as
 * such. The source of each function is its page in the AWS CloudFormation Template Reference, "Intrinsic functions".
 */
@NullMarked
package dev.parapet.read.cloudformation.intrinsic;

import org.jspecify.annotations.NullMarked;
