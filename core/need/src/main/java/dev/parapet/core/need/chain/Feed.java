package dev.parapet.core.need.chain;

import dev.parapet.core.flow.taint.EventSource;

/**
 * Something that keeps or hands on what is written to it, and sends it to a function.
 *
 * @param store the id of its node
 * @param source what sort of thing it is
 */
record Feed(String store, EventSource source) {}
