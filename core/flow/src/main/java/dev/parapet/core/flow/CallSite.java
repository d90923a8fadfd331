package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.model.code.Expression;

/**
 * A call or {@code new} that can run, with what the names around it stand for.
 *
 * @param call an {@link Expression.Call} or {@link Expression.New}
 * @param scope the scope it is in
 */
public record CallSite(Expression call, Scope scope) {}
