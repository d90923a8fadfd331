package dev.parapet.model.code;

/**
 * The function of a program that is called with each event.
 *
 * @param language the language that it is written in
 * @param path the file that it stands in, relative to the scanned root; of code inside a template, the template
 * @param symbol what it is called there: {@code handler}, {@code Orders.handle} for a method; of JavaScript, the name by which it is
 *     exported. Empty where the file itself is what runs
 */
public record Handler(Language language, String path, String symbol) {}
