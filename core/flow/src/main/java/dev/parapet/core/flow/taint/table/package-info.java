/** The tables of what brings in, carries, cleans and uses what callers choose: {@code docs/code.md} describes their form. */
@NullMarked
package dev.parapet.core.flow.taint.table;

import org.jspecify.annotations.NullMarked;
