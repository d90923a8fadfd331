package dev.parapet.core.triage;

/**
 * A comment of a YAML text.
 *
 * @param line its line, counted from 1
 * @param column the column of its {@code #}, counted from 1 in code points
 * @param text what stands after the {@code #}
 * @param alone whether nothing else stands on its line
 */
record Comment(int line, int column, String text, boolean alone) {}
