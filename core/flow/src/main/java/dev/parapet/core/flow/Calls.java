package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Children;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.FlowValue.Place;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls give: functions of the project are followed, what libraries do is known of a few. */
final class Calls {
    /** Calls that are followed inside one another. */
    private static final int MAXIMUM_DEPTH = 8;

    private record Followed(ProjectValue.FunctionValue function, List<FlowArgument> arguments) {}

    private final Evaluator evaluator;
    /** What calls gave, with the call sites known so far. */
    private final Map<Followed, FlowValue> answers = new HashMap<>();

    private final KnownFunctions known;
    private final Set<FunctionDeclaration> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<FunctionDeclaration, List<Expression>> results = new IdentityHashMap<>();

    Calls(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.known = new KnownFunctions(evaluator);
    }

    /** Forgets what calls gave, since more call sites are known. */
    void forget() {
        answers.clear();
    }

    /** What a call gives. */
    FlowValue call(FlowValue callee, List<FlowArgument> arguments, Place place) {
        return Values.each(Overloads.of(callee, arguments), it -> callOf(it, arguments, place));
    }

    private FlowValue callOf(FlowValue callee, List<FlowArgument> arguments, Place place) {
        return switch (callee) {
            case ProjectValue.FunctionValue function -> follow(function, arguments);
            // What looks like a call of a type is a conversion in Go.
            case ProjectValue.ClassValue ignored
            when place.file().language() == Language.GO && arguments.size() == 1 ->
                arguments.getFirst().value();
            case ProjectValue.ClassValue type -> new ProjectValue.ObjectValue(type, arguments);
            case ProjectValue.ModuleValue module ->
                call(
                        Values.either(evaluator
                                .modules()
                                .moduleExports(evaluator.index().scopes(module.file()))),
                        arguments,
                        place);
            case FlowValue.Event event -> event(event, arguments, place);
            case FlowValue.Unknown unknown when unknown == Values.CYCLE -> unknown;
            default -> {
                FlowValue value = known.call(callee, arguments, place);
                yield value == null ? new FlowValue.Result(callee, configured(callee, arguments, place), place) : value;
            }
        };
    }

    /** A method of something in the event: of a map, the entry; else what the method makes of it. */
    private FlowValue event(FlowValue.Event event, List<FlowArgument> arguments, Place place) {
        if (!(method(event) instanceof FlowValue.Member method)) {
            return new FlowValue.Result(event, arguments, place);
        }
        boolean java = place.file().language() == Language.JAVA;
        String property = java && arguments.isEmpty() ? JavaFunctions.property(method.name()) : null;
        if (property != null) {
            return evaluator.fields().field(method.of(), property);
        }
        boolean get =
                (method.name().equals("get") || java && method.name().equals("getOrDefault")) && !arguments.isEmpty();
        return get
                ? evaluator.fields().item(method.of(), arguments.getFirst().value())
                : callOf(method, arguments, place);
    }

    /**
     * Arguments, of which a function that only configures the object that it gets is what it makes of that: in
     * {@code client.getItem(b -> b.tableName("t"))} the argument is {@code client.getItem.builder().tableName("t")}.
     */
    List<FlowArgument> configured(FlowValue callee, List<FlowArgument> arguments, Place place) {
        if (place.file().language() != Language.JAVA
                || arguments.stream().noneMatch(it -> it.value() instanceof ProjectValue.FunctionValue)) {
            return arguments;
        }
        FlowValue builder = new FlowValue.Result(new FlowValue.Member(callee, "builder"), List.of(), place);
        List<FlowArgument> given = new ArrayList<>();
        for (FlowArgument argument : arguments) {
            FlowValue made = argument.value() instanceof ProjectValue.FunctionValue function
                            && function.function().name() == null
                            && function.function().parameters().size() == 1
                    ? configuration(function, builder)
                    : null;
            given.add(made == null ? argument : new FlowArgument(argument.name(), made));
        }
        return given;
    }

    private @Nullable FlowValue configuration(ProjectValue.FunctionValue function, FlowValue builder) {
        List<FlowArgument> arguments = List.of(new FlowArgument(null, builder));
        List<FlowValue> made = new ArrayList<>();
        for (FlowValue it : Values.alternatives(follow(function, arguments))) {
            add(it, builder, made);
        }
        Frame frame = new Frame(function.function(), arguments, function.receiver(), function.around());
        for (Statement statement : function.function().body()) {
            if (statement instanceof Statement.Evaluate it) {
                add(evaluator.value(it.expression(), function.scope(), frame), builder, made);
            }
        }
        return made.isEmpty() ? null : Values.either(made);
    }

    /** Adds a chain of calls that begins with the builder. */
    private static void add(FlowValue chain, FlowValue builder, List<FlowValue> into) {
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result
                && result.of() instanceof FlowValue.Member member
                && !of.equals(builder)) {
            of = member.of();
        }
        if (of.equals(builder) && !chain.equals(builder)) {
            into.add(chain);
        }
    }

    /** What looks like a field of the event and is called is a method of what it is a field of. */
    static FlowValue method(FlowValue callee) {
        if (!(callee instanceof FlowValue.Event event) || event.path().isEmpty()) {
            return callee;
        }
        List<String> of = event.path().subList(0, event.path().size() - 1);
        return new FlowValue.Member(new FlowValue.Event(of), event.path().getLast());
    }

    /** The module that a call such as {@code require} gives, or something else. */
    @Nullable
    FlowValue module(FlowValue callee, List<FlowArgument> arguments, CodeFile file) {
        return callee instanceof FlowValue.Global || callee instanceof FlowValue.Member
                ? known.call(callee, arguments, new Place(file, new TextRange(0, 0)))
                : null;
    }

    /** The object that {@code new} makes. */
    FlowValue construct(FlowValue type, List<FlowArgument> arguments, Place place) {
        return Values.each(type, it -> switch (it) {
            case ProjectValue.ClassValue own -> new ProjectValue.ObjectValue(own, arguments);
            case ProjectValue.ModuleValue ignored -> callOf(it, arguments, place);
            default -> {
                FlowValue collection =
                        place.file().language() == Language.JAVA ? JavaFunctions.collection(it, arguments) : null;
                yield collection == null ? new FlowValue.Instance(it, arguments, place) : collection;
            }
        });
    }

    /** What a function of the project gives for arguments. */
    FlowValue follow(ProjectValue.FunctionValue value, List<FlowArgument> arguments) {
        FunctionDeclaration function = value.function();
        Followed call = new Followed(value, arguments);
        FlowValue before = answers.get(call);
        if (before != null) {
            return before;
        }
        if (evaluator.isExhausted()) {
            return Evaluator.TOO_MUCH;
        }
        if (followed.size() >= MAXIMUM_DEPTH) {
            evaluator.names().leaveOut();
            return new FlowValue.Unknown("the calls are too deep to follow");
        }
        if (!followed.add(function)) {
            evaluator.names().leaveOut();
            return Values.CYCLE;
        }
        int cycles = evaluator.names().cycles();
        try {
            FlowValue result = result(value, arguments);
            if (evaluator.names().cycles() == cycles || evaluator.isHasty()) {
                answers.put(call, result);
            }
            return result;
        } finally {
            followed.remove(function);
        }
    }

    private FlowValue result(ProjectValue.FunctionValue value, List<FlowArgument> arguments) {
        FunctionDeclaration function = value.function();
        Frame frame = new Frame(function, arguments, value.receiver(), value.around());
        List<FlowValue> values = new ArrayList<>();
        for (Expression result : results.computeIfAbsent(function, Calls::results)) {
            values.add(evaluator.value(result, value.scope(), frame));
        }
        if (function.is(Modifier.GENERATOR)) {
            return new FlowValue.ListOf(values);
        }
        return values.isEmpty() ? new FlowValue.Nothing() : Values.either(values);
    }

    /** What a function returns, or yields. */
    private static List<Expression> results(FunctionDeclaration function) {
        List<Expression> results = new ArrayList<>();
        collect(function.body(), function.is(Modifier.GENERATOR), results);
        return results;
    }

    private static void collect(List<Statement> statements, boolean generator, List<Expression> into) {
        for (Statement statement : statements) {
            if (generator) {
                Children.expressions(statement, expression -> yields(expression, into));
            } else if (statement instanceof Statement.Return it && it.value() != null) {
                into.add(it.value());
            }
            Children.blocks(statement, block -> collect(block, generator, into));
        }
    }

    private static void yields(Expression expression, List<Expression> into) {
        if (expression instanceof Expression.Yield it && it.value() != null) {
            into.add(it.value());
        }
        if (!(expression instanceof FunctionDeclaration)) {
            Children.of(expression, inner -> yields(inner, into));
        }
    }
}
