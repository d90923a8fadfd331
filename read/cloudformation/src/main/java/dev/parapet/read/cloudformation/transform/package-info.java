/** What CloudFormation does with a template before it deploys it: included files, loops, and the transforms of others. */
@NullMarked
package dev.parapet.read.cloudformation.transform;

import org.jspecify.annotations.NullMarked;
