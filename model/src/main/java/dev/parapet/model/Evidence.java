package dev.parapet.model;

/**
 * A fact that a finding rests on.
 *
 * @param text the fact, a clause without a full stop
 * @param location where it stands
 */
public record Evidence(String text, Span location) {}
