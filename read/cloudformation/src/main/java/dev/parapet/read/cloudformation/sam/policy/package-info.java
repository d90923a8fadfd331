/** The policies of roles that SAM makes: managed policies, policy templates, and what events need. */
@NullMarked
package dev.parapet.read.cloudformation.sam.policy;

import org.jspecify.annotations.NullMarked;
