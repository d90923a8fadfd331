package dev.parapet.read.git;

/**
 * A run of lines of one file.
 *
 * @param first the first, counted from 1
 * @param last the last, itself among them
 */
public record Lines(int first, int last) {}
