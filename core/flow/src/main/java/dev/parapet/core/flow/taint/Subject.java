package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.model.code.Expression;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variable, or a part of one, of which a check can be.
 *
 * @param root the scope of the variable; null for the object itself
 * @param path its name and those of the parts, {@code event.body.name}
 */
record Subject(@Nullable Scope root, String path) {
    /** Methods that change nothing that a check is about. */
    private static final Set<String> SAME = Set.of(
            "strip", "lower", "upper", "trim", "toLowerCase", "toUpperCase", "toString", "casefold", "ToLower", "Trim");

    /** What an expression is about; null where it is no variable or part of one. */
    static @Nullable Subject of(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Name it -> new Subject(scope.lookup(it.name()), it.name());
            case Expression.This ignored -> new Subject(scope.classAround(), "this");
            case Expression.Field it -> part(of(it.of(), scope), it.name());
            case Expression.Index it ->
                it.key() instanceof Expression.Text key ? part(of(it.of(), scope), key.value()) : null;
            case Expression.Await it -> of(it.of(), scope);
            case Expression.Cast it -> of(it.of(), scope);
            case Expression.Assign it -> of(it.value(), scope);
            case Expression.Call it -> ofCall(it, scope);
            default -> null;
        };
    }

    private static @Nullable Subject ofCall(Expression.Call call, Scope scope) {
        if (call.callee() instanceof Expression.Field method) {
            if (method.name().equals("get")
                    && !call.arguments().isEmpty()
                    && call.arguments().getFirst().value() instanceof Expression.Text key) {
                return part(of(method.of(), scope), key.value());
            }
            return SAME.contains(method.name()) ? of(method.of(), scope) : null;
        }
        boolean text = call.callee() instanceof Expression.Name name
                && (name.name().equals("str") || name.name().equals("String"));
        return text && call.arguments().size() == 1
                ? of(call.arguments().getFirst().value(), scope)
                : null;
    }

    private static @Nullable Subject part(@Nullable Subject of, String name) {
        return of == null ? null : new Subject(of.root, of.path + "." + name);
    }

    /** Whether it is another, or a part of it. */
    boolean isWithin(Subject other) {
        return root == other.root && (path.equals(other.path) || path.startsWith(other.path + "."));
    }
}
