package dev.parapet.model;

/**
 * Why a finding counts as none.
 *
 * @param by the comment or metadata that says so, such as {@code checkov:skip=CKV_AWS_258}
 * @param reason the author's reason; empty when none was given
 * @param location where it is written
 */
public record Suppression(String by, String reason, Span location) {}
