package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Where an expression is evaluated.
 *
 * @param scope what names stand for
 * @param frame the call that is followed; null where it is any
 */
record Context(Scope scope, @Nullable Frame frame) {}
