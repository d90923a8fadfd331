/**
 * The records that every part of Parapet speaks: places in files, values, resources, conditions, findings and faults. They
 * depend on nothing, are immutable and carry no behaviour beyond their own invariants.
 */
@NullMarked
package dev.parapet.model;

import org.jspecify.annotations.NullMarked;
