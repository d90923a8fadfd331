package dev.parapet.core.rule;

import dev.parapet.core.rule.expression.Expression;

/**
 * Something about a resource that makes what is wrong with it worse, or less bad.
 *
 * @param name its name, in kebab case
 * @param says what findings say of it, a clause
 * @param holds where it holds
 */
public record Fact(String name, String says, Expression holds) {}
