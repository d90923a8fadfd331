package dev.parapet.core.flow;

import dev.parapet.model.code.Language;

/**
 * The function of a program that is called with each event.
 *
 * @param language the language that it is written in
 * @param path the file that it stands in, relative to the scanned root; of code inside a template, the template
 * @param symbol what it is called there, as {@link Flow#from} takes it: {@code handler}, {@code Orders.handle} for a method
 */
public record Handler(Language language, String path, String symbol) {}
