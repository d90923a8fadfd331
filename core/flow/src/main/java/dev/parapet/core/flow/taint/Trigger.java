package dev.parapet.core.flow.taint;

/**
 * Something that sends events to a function.
 *
 * @param source what sort of thing it is
 * @param text how people call it: {@code S3 notifications of Uploads}
 */
public record Trigger(EventSource source, String text) {}
