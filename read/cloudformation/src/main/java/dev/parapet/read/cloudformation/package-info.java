/** CloudFormation and SAM templates to stacks of resources. */
@NullMarked
package dev.parapet.read.cloudformation;

import org.jspecify.annotations.NullMarked;
