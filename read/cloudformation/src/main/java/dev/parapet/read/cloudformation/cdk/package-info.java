/** What CDK leaves beside the templates that it makes. */
@NullMarked
package dev.parapet.read.cloudformation.cdk;

import org.jspecify.annotations.NullMarked;
