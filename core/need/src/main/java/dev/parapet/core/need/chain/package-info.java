/**
 * What flows through several functions of an application, one storing it and another reading it: {@link
 * dev.parapet.core.need.chain.ApplicationFlows} is the door; see docs/adr/0016-what-one-function-stores-and-another-reads.md.
 */
@NullMarked
package dev.parapet.core.need.chain;

import org.jspecify.annotations.NullMarked;
