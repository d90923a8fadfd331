package dev.parapet.core.flow.taint;

import dev.parapet.core.flow.CallSite;
import dev.parapet.core.flow.FlowProgram;
import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.Evidence;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows a value of which a caller has a say back through the code, for the places that it goes through and the checks on its way.
 * Values tell that it gets there ({@link Leaves}); where the way cannot be told, the way is short and the danger stays.
 */
final class Tracer {
    private static final int MAXIMUM_DEPTH = 60;
    private static final int MAXIMUM_STEPS = 4_000;

    /** Assignments to one variable of which it is asked which of them replaces which. */
    private static final int MAXIMUM_ASSIGNMENTS = 32;

    private final FlowProgram program;
    private final Leaves leaves;
    private final Checks checks;
    private final String kind;
    private final Leaf wanted;
    /** What came of what was asked before; clean while it is being asked, since what needs itself adds nothing. */
    private final Map<Asked, Trace> answers = new HashMap<>();

    private int steps;

    /** A call that is followed; {@code caller} is the one around it. */
    private record Inside(
            FunctionDeclaration function,
            Frame frame,
            List<Argument> arguments,
            Scope scope,
            @Nullable Inside caller) {}

    /** Expressions are asked for by identity, since equal ones stand at different places. */
    private static final class Asked {
        private final Expression expression;
        private final @Nullable Inside inside;
        private final @Nullable String part;

        Asked(Expression expression, @Nullable Inside inside, @Nullable String part) {
            this.expression = expression;
            this.inside = inside;
            this.part = part;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked that
                    && expression == that.expression
                    && inside == that.inside
                    && Objects.equals(part, that.part);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(expression) * 31 + System.identityHashCode(inside) + Objects.hashCode(part);
        }
    }

    /**
     * A walk.
     *
     * @param wanted what gets there, as values tell it
     */
    Tracer(FlowProgram program, Leaves leaves, Checks checks, String kind, Leaf wanted) {
        this.program = program;
        this.leaves = leaves;
        this.checks = checks;
        this.kind = kind;
        this.wanted = wanted;
    }

    /**
     * How something of a caller gets into an expression.
     *
     * @param part the entry of the map that it is; null for all of it
     */
    Trace trace(Expression expression, Scope scope, @Nullable String part) {
        return trace(expression, scope, null, part, 0);
    }

    /** The way where none can be told. */
    Trace shortest() {
        return new Trace.Found(wanted, List.of());
    }

    private Trace trace(Expression expression, Scope scope, @Nullable Inside inside, @Nullable String part, int depth) {
        Frame frame = inside == null ? null : inside.frame();
        FlowValue value = program.value(expression, scope, frame);
        Leaf leaf = leaves.of(value, kind);
        if (leaf == null || depth > MAXIMUM_DEPTH || steps++ > MAXIMUM_STEPS) {
            return leaf == null ? new Trace.Clean() : found(leaf, expression, scope);
        }
        Asked question = new Asked(expression, inside, part);
        Trace before = answers.putIfAbsent(question, new Trace.Clean());
        if (before != null) {
            return before;
        }
        Trace answer = answer(expression, scope, inside, part, depth, value, leaf);
        answers.put(question, answer);
        return answer;
    }

    private Trace answer(
            Expression expression,
            Scope scope,
            @Nullable Inside inside,
            @Nullable String part,
            int depth,
            FlowValue value,
            Leaf leaf) {
        if (checks.clean(expression, scope, kind)) {
            return new Trace.Checked();
        }
        String doubt = leaf.doubt() == null ? checks.doubt() : leaf.doubt();
        Trace inner = inner(expression, scope, inside, part, depth + 1);
        Trace way = switch (inner) {
            case Trace.Checked checked -> checked;
            case Trace.Found it -> nearer(it, value, expression, scope);
            // Nothing inside tells where it comes from: it begins here.
            case Trace.Clean ignored -> found(leaf, expression, scope);
        };
        return doubt != null && way instanceof Trace.Found it && it.leaf().doubt() == null
                ? new Trace.Found(it.leaf().doubted(doubt), it.steps())
                : way;
    }

    private static Trace.Found found(Leaf leaf, Expression expression, Scope scope) {
        return new Trace.Found(
                leaf,
                List.of(new Evidence(
                        leaf.text() + " is taken here", scope.file().span(expression.range()))));
    }

    /** Where a part of the event is taken from a larger part, the smaller one is where the way begins. */
    private static Trace nearer(Trace.Found found, FlowValue value, Expression expression, Scope scope) {
        boolean part = (expression instanceof Expression.Field
                        || expression instanceof Expression.Index
                        || expression instanceof Expression.Element
                        || expression instanceof Expression.Call)
                && found.steps().size() == 1;
        for (FlowValue one : part ? Values.alternatives(value) : List.<FlowValue>of()) {
            if (one instanceof FlowValue.Event event) {
                return found(
                        new Leaf(
                                event,
                                event.text(),
                                found.leaf().doubt(),
                                found.leaf().within()),
                        expression,
                        scope);
            }
        }
        return found;
    }

    private Trace inner(Expression expression, Scope scope, @Nullable Inside inside, @Nullable String part, int depth) {
        return switch (expression) {
            case Expression.Name it -> name(it, scope, inside, part, depth);
            case Expression.Field it -> field(it.of(), it.name(), scope, inside, depth);
            case Expression.Index it ->
                field(it.of(), it.key() instanceof Expression.Text key ? key.value() : null, scope, inside, depth);
            case Expression.Call it -> call(it, it.callee(), it.arguments(), scope, inside, part, depth);
            case Expression.MapLiteral it -> map(it, scope, inside, part, depth);
            case Expression.New it when part != null -> made(it, scope, inside, part, depth);
            case Expression.Collection it
            when part != null -> {
                List<Trace> traces = new ArrayList<>();
                it.items().forEach(item -> traces.add(trace(item, scope, inside, part, depth)));
                yield first(traces.toArray(Trace[]::new));
            }
            case Expression.Assign it -> trace(it.value(), scope, inside, part, depth);
            case Expression.Await it -> trace(it.of(), scope, inside, part, depth);
            case Expression.Conditional it ->
                first(trace(it.then(), scope, inside, part, depth), trace(it.otherwise(), scope, inside, part, depth));
            case FunctionDeclaration ignored -> new Trace.Clean();
            default -> children(expression, scope, inside, depth);
        };
    }

    /** The first that is found; else one that is checked; else clean. */
    private static Trace first(Trace... traces) {
        Trace best = new Trace.Clean();
        for (Trace trace : traces) {
            if (trace instanceof Trace.Found found && (!(best instanceof Trace.Found) || better(found, best))) {
                best = found;
            } else if (trace instanceof Trace.Checked && best instanceof Trace.Clean) {
                best = trace;
            }
        }
        return best;
    }

    private static boolean better(Trace.Found found, Trace before) {
        return before instanceof Trace.Found it
                && it.leaf().doubt() != null
                && found.leaf().doubt() == null;
    }

    private Trace children(Expression expression, Scope scope, @Nullable Inside inside, int depth) {
        List<Trace> traces = new ArrayList<>();
        Children.of(expression, child -> traces.add(trace(child, scope, inside, null, depth)));
        return first(traces.toArray(Trace[]::new));
    }

    private Trace map(
            Expression.MapLiteral literal, Scope scope, @Nullable Inside inside, @Nullable String part, int depth) {
        List<Trace> traces = new ArrayList<>();
        for (Expression.Entry entry : literal.entries()) {
            boolean meant = part == null
                    || !(entry.key() instanceof Expression.Text key)
                    || key.value().equals(part);
            if (meant) {
                traces.add(trace(entry.value(), scope, inside, null, depth));
            }
        }
        return first(traces.toArray(Trace[]::new));
    }

    private Trace made(Expression.New made, Scope scope, @Nullable Inside inside, String part, int depth) {
        List<Trace> traces = new ArrayList<>();
        for (Argument argument : made.arguments()) {
            if (argument.name() == null || argument.name().equalsIgnoreCase(part)) {
                traces.add(trace(argument.value(), scope, inside, null, depth));
            }
        }
        return first(traces.toArray(Trace[]::new));
    }

    private Trace field(Expression of, @Nullable String name, Scope scope, @Nullable Inside inside, int depth) {
        List<Trace> traces = new ArrayList<>();
        FlowValue owner = program.value(of, scope, inside == null ? null : inside.frame());
        for (FlowValue one : Values.alternatives(owner)) {
            if (one instanceof ProjectValue.ObjectValue object && name != null) {
                for (Binding.Assigned it : object.type().scope().fields("this").getOrDefault(name, List.of())) {
                    traces.add(step(
                            trace(it.value(), it.scope(), null, null, depth),
                            "is kept in '" + name + "' of "
                                    + object.type().type().name(),
                            it.value(),
                            it.scope()));
                }
            }
        }
        traces.add(trace(of, scope, inside, name, depth));
        return first(traces.toArray(Trace[]::new));
    }

    private static Trace step(Trace trace, String text, Expression at, Scope scope) {
        return trace instanceof Trace.Found found
                ? found.and(new Evidence(text, scope.file().span(at.range())))
                : trace;
    }

    private Trace name(Expression.Name name, Scope scope, @Nullable Inside inside, @Nullable String part, int depth) {
        Scope owner = scope.lookup(name.name());
        if (owner == null) {
            return new Trace.Clean();
        }
        List<Trace> traces = new ArrayList<>();
        for (Binding binding : owner.bindings(name.name())) {
            if (isReplaced(binding, name, owner, scope)) {
                traces.add(new Trace.Checked());
                continue;
            }
            switch (binding) {
                case Binding.Assigned it ->
                    traces.add(step(
                            trace(it.value(), it.scope(), within(it.scope(), inside), part, depth),
                            "goes into '" + name.name() + "'",
                            it.value(),
                            it.scope()));
                case Binding.OfParameter it -> traces.add(parameter(it, name.name(), inside, part, depth));
                case Binding.Default it -> traces.add(trace(it.value(), it.scope(), inside, part, depth));
                case Binding.Imported ignored -> {}
                case Binding.OfFunction ignored -> {}
                case Binding.OfClass ignored -> {}
                case Binding.Typed ignored -> {}
                case Binding.Opaque ignored -> {}
            }
        }
        owner.fields(name.name()).forEach((field, assigned) -> {
            if (part == null || field.equals(part) || field.equals(Scope.ELEMENTS)) {
                for (Binding.Assigned it : assigned) {
                    traces.add(step(
                            trace(it.value(), it.scope(), within(it.scope(), inside), null, depth),
                            "is put into '" + name.name() + "'",
                            it.value(),
                            it.scope()));
                }
            }
        });
        return first(traces.toArray(Trace[]::new));
    }

    /** Whether a variable of a function has been given another value before it is read, whichever way the code went. */
    private static boolean isReplaced(Binding binding, Expression.Name read, Scope owner, Scope scope) {
        boolean parameter = binding instanceof Binding.OfParameter || binding instanceof Binding.Default;
        if (owner != scope
                || scope.function() == null
                || !parameter && !(binding instanceof Binding.Assigned)
                || owner.bindings(read.name()).size() > MAXIMUM_ASSIGNMENTS) {
            return false;
        }
        int end = binding instanceof Binding.Assigned it ? it.value().range().end() : 0;
        for (Binding other : owner.bindings(read.name())) {
            if (other instanceof Binding.Assigned by
                    && other != binding
                    && by.scope() == scope
                    && by.value().range().start() >= end
                    && Order.isAfter(scope, by.value().range(), read.range())) {
                return true;
            }
        }
        return false;
    }

    /** The call that is followed, as far as it is of a function around a scope. */
    private static @Nullable Inside within(Scope scope, @Nullable Inside inside) {
        for (Inside call = inside; call != null; call = call.caller()) {
            for (Scope around = scope; around != null; around = around.parent()) {
                if (around.function() == call.function()) {
                    return call;
                }
            }
        }
        return null;
    }

    private Trace parameter(
            Binding.OfParameter it, String name, @Nullable Inside inside, @Nullable String part, int depth) {
        List<Trace> traces = new ArrayList<>();
        String into = "is handed to "
                + (it.function().name() == null ? "a function" : it.function().name() + "()") + " as '" + name + "'";
        if (inside != null && inside.function() == it.function()) {
            traces.add(argument(it, inside.arguments(), inside.scope(), inside.caller(), into, part, depth));
        } else {
            for (CallSite site : program.sites(it.function())) {
                List<Argument> arguments = switch (site.call()) {
                    case Expression.Call call -> call.arguments();
                    case Expression.New made -> made.arguments();
                    default -> List.of();
                };
                traces.add(argument(it, arguments, site.scope(), null, into, part, depth));
            }
        }
        return first(traces.toArray(Trace[]::new));
    }

    private Trace argument(
            Binding.OfParameter it,
            List<Argument> arguments,
            Scope scope,
            @Nullable Inside caller,
            String into,
            @Nullable String part,
            int depth) {
        String parameter = Parameters.name(it.parameter().target());
        int position = 0;
        for (Argument argument : arguments) {
            boolean meant = argument.name() != null
                    ? argument.name().equals(parameter)
                    : position == it.position()
                            || it.parameter().target() instanceof dev.parapet.model.code.Target.Rest
                                    && position >= it.position();
            position += argument.name() == null ? 1 : 0;
            if (meant) {
                Trace trace = trace(argument.value(), scope, caller, part, depth);
                if (!(trace instanceof Trace.Clean)) {
                    return step(trace, into, argument.value(), scope);
                }
            }
        }
        return new Trace.Clean();
    }

    private Trace call(
            Expression.Call call,
            Expression callee,
            List<Argument> arguments,
            Scope scope,
            @Nullable Inside inside,
            @Nullable String part,
            int depth) {
        Frame frame = inside == null ? null : inside.frame();
        List<Trace> traces = new ArrayList<>();
        for (FlowValue one : Values.alternatives(program.value(callee, scope, frame))) {
            if (one instanceof ProjectValue.FunctionValue function && !isFollowed(function.function(), inside)) {
                List<FlowArgument> values = program.arguments(arguments, scope, frame);
                Inside next = new Inside(
                        function.function(),
                        new Frame(function.function(), values, function.receiver(), function.around()),
                        arguments,
                        scope,
                        inside);
                for (Expression result : Results.of(function.function())) {
                    traces.add(step(
                            trace(result, function.scope(), next, part, depth),
                            "comes back from "
                                    + (function.function().name() == null
                                            ? "a function"
                                            : function.function().name() + "()"),
                            call,
                            scope));
                }
            }
        }
        // What is chosen by itself, such as what a store gives, owes nothing to what it is asked with.
        if (traces.isEmpty() && leaves.begins(program.value(call, scope, frame), kind)) {
            return new Trace.Clean();
        }
        if (traces.isEmpty()) {
            if (callee instanceof Expression.Field method) {
                boolean get = method.name().equals("get")
                        && !arguments.isEmpty()
                        && arguments.getFirst().value() instanceof Expression.Text;
                String key = get ? ((Expression.Text) arguments.getFirst().value()).value() : null;
                traces.add(trace(method.of(), scope, inside, key, depth));
            }
            for (Argument argument : arguments) {
                traces.add(trace(argument.value(), scope, inside, null, depth));
            }
        }
        return first(traces.toArray(Trace[]::new));
    }

    private static boolean isFollowed(FunctionDeclaration function, @Nullable Inside inside) {
        for (Inside call = inside; call != null; call = call.caller()) {
            if (call.function() == function) {
                return true;
            }
        }
        return false;
    }

    /** What functions return. */
    private static final class Results {
        private Results() {}

        static List<Expression> of(FunctionDeclaration function) {
            List<Expression> results = new ArrayList<>();
            collect(function.body(), results);
            return results;
        }

        private static void collect(List<Statement> statements, List<Expression> into) {
            for (Statement statement : statements) {
                if (statement instanceof Statement.Return it && it.value() != null) {
                    into.add(it.value());
                }
                Children.blocks(statement, block -> collect(block, into));
            }
        }
    }
}
