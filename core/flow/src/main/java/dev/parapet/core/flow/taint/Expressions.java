package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.CallSite;
import dev.parapet.core.flow.FlowProgram;
import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks in a call, and in what its arguments were put together from, for the expression that has a value: the parameter of a request
 * that a builder made some lines before.
 */
final class Expressions {
    private static final int MAXIMUM_STEPS = 400;
    private static final int MAXIMUM_DEPTH = 24;

    private final FlowProgram program;
    private final FlowValue wanted;
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Expressions(FlowProgram program, FlowValue wanted) {
        this.program = program;
        this.wanted = wanted;
    }

    /** An expression and what the names in it stand for. */
    record Found(Expression expression, Scope scope) {}

    /** The expression of a value; empty where it is not found. */
    static Optional<Found> of(FlowProgram program, CallSite site, FlowValue wanted) {
        return Optional.ofNullable(new Expressions(program, wanted).inside(site.call(), site.scope(), 0));
    }

    /**
     * The expression at a path of names within the arguments of a call: {@code Message}, {@code Body} of {@code Message={"Body": …}}; empty
     * where it is not written so.
     */
    static Optional<Found> at(CallSite site, List<String> names) {
        List<Argument> arguments = switch (site.call()) {
            case Expression.Call it -> it.arguments();
            case Expression.New it -> it.arguments();
            default -> List.of();
        };
        for (Argument argument : arguments) {
            boolean own = names.getFirst().equals(argument.name());
            Optional<Found> found =
                    inside(argument.value(), site.scope(), own ? names.subList(1, names.size()) : names, MAXIMUM_DEPTH);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> inside(Expression expression, Scope scope, List<String> names, int depth) {
        if (names.isEmpty() || depth == 0) {
            return depth == 0 ? Optional.empty() : Optional.of(new Found(expression, scope));
        }
        if (expression instanceof Expression.Name name && scope.lookup(name.name()) instanceof Scope owner) {
            List<Binding> bindings = owner.bindings(name.name());
            return bindings.size() == 1 && bindings.getFirst() instanceof Binding.Assigned(var value, var in, var steps)
                    ? inside(value, in, names, depth - 1)
                    : Optional.empty();
        }
        for (Expression.Entry entry :
                expression instanceof Expression.MapLiteral map ? map.entries() : List.<Expression.Entry>of()) {
            if (entry.key() instanceof Expression.Text key && key.value().equals(names.getFirst())) {
                return inside(entry.value(), scope, names.subList(1, names.size()), depth - 1);
            }
        }
        return Optional.empty();
    }

    private @Nullable Found look(Expression expression, Scope scope, int depth) {
        if (depth > MAXIMUM_DEPTH || seen.size() > MAXIMUM_STEPS || !seen.add(expression)) {
            return null;
        }
        if (program.value(expression, scope, null).equals(wanted)) {
            return new Found(expression, scope);
        }
        if (expression instanceof Expression.Name name) {
            Scope owner = scope.lookup(name.name());
            for (Binding binding : owner == null ? List.<Binding>of() : owner.bindings(name.name())) {
                Found found = binding instanceof Binding.Assigned it ? look(it.value(), it.scope(), depth + 1) : null;
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return inside(expression, scope, depth);
    }

    private @Nullable Found inside(Expression expression, Scope scope, int depth) {
        if (expression instanceof FunctionDeclaration) {
            return null;
        }
        @Nullable Found[] found = new @Nullable Found[1];
        Children.of(expression, child -> {
            if (found[0] == null) {
                found[0] = look(child, scope, depth + 1);
            }
        });
        return found[0];
    }
}
