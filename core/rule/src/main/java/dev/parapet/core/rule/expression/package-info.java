/** The expressions of rules as a small tree of our own, how they are parsed and how they are stored. */
@NullMarked
package dev.parapet.core.rule.expression;

import org.jspecify.annotations.NullMarked;
