package dev.parapet.model;

/**
 * How a value came to be what it is, where its own text does not say so: the default of a parameter, a mapping, a global
 * section, a default of the provider. A finding that rests on the value repeats it.
 *
 * @param text a clause without a full stop, such as {@code parameter Stage is "dev" by default}
 * @param span where that is written; for a default of the provider, the head of the resource
 */
public record Provenance(String text, Span span) {}
