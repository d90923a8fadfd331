package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.model.code.Expression;

/**
 * A condition of which the order of statements says how it came out.
 *
 * @param truth whether it is true
 */
record Known(Expression condition, boolean truth, Scope scope) {}
