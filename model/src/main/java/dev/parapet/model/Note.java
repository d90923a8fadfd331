package dev.parapet.model;

/**
 * Something that the author should know and that is no finding: a suppression that has expired or that matches nothing.
 *
 * @param path the file
 * @param line the line, counted from 1
 * @param message what is so and what to do, one sentence
 */
public record Note(String path, int line, String message) {}
