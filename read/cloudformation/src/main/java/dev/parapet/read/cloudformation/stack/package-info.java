/** Templates to stacks: what each deploys, nested stacks and exports joined. */
@NullMarked
package dev.parapet.read.cloudformation.stack;

import org.jspecify.annotations.NullMarked;
