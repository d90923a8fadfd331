package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Frame;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the values of expressions, within a bound on work. */
final class Evaluator {
    /**
     * Expressions that are evaluated for one handler before calls are no longer followed. Most handlers need some thousands.
     */
    private static final int MAXIMUM_STEPS = 200_000;

    /** Expressions that are evaluated in all; what does not need a call to be followed has the rest to itself. */
    private static final int STEPS_AT_LAST = 2_000_000;

    private static final int UNHURRIED_STEPS = 10_000;

    /** Evaluations inside one another. */
    private static final int MAXIMUM_DEPTH = 250;

    static final FlowValue.Unknown TOO_MUCH = new FlowValue.Unknown("the code is too large to follow");

    private final CodeIndex index;
    private final CallSites sites;
    private final Names names;
    private final Fields fields;
    private final Calls calls;
    private final Imports modules;
    private final JavaNames java;
    /** Values in any call, as they are with the call sites known so far. */
    private final Map<Expression, FlowValue> known = Frame.memory();

    private int steps;
    private int stepsBefore;
    private int depth;

    Evaluator(CodeIndex index, CallSites sites) {
        this.index = index;
        this.sites = sites;
        this.names = new Names(this);
        this.fields = new Fields(this);
        this.calls = new Calls(this);
        this.modules = new Imports(this);
        this.java = new JavaNames(this);
    }

    CodeIndex index() {
        return index;
    }

    CallSites sites() {
        return sites;
    }

    Names names() {
        return names;
    }

    Fields fields() {
        return fields;
    }

    JavaNames java() {
        return java;
    }

    Imports modules() {
        return modules;
    }

    Calls calls() {
        return calls;
    }

    /** Forgets values, since more call sites are known. */
    void forget() {
        known.clear();
        calls.forget();
        stepsBefore = steps;
    }

    /** Whether something was given up because there was too much of it. */
    boolean isExhausted() {
        return steps >= MAXIMUM_STEPS;
    }

    /**
     * Whether so much was evaluated in this round that what is found in the middle of a cycle has to do: code in which much
     * needs itself would else be gone through again and again.
     */
    boolean isHasty() {
        return steps - stepsBefore > UNHURRIED_STEPS;
    }

    FlowValue value(Expression expression, Scope scope, @Nullable Frame frame) {
        if (steps >= STEPS_AT_LAST || depth >= MAXIMUM_DEPTH) {
            return TOO_MUCH;
        }
        Map<Expression, FlowValue> memory = frame == null ? known : frame.known();
        FlowValue before = memory.get(expression);
        if (before != null) {
            return before;
        }
        steps++;
        depth++;
        int cycles = names.cycles();
        FlowValue value = Pruning.of(evaluate(expression, new Context(scope, frame)));
        depth--;
        if (names.cycles() == cycles || isHasty()) {
            memory.put(expression, value);
        }
        return value;
    }

    private FlowValue value(Expression expression, Context context) {
        return value(expression, context.scope(), context.frame());
    }

    private FlowValue evaluate(Expression expression, Context context) {
        return switch (expression) {
            case Expression.Text it -> new FlowValue.Text(it.value());
            case Expression.Number it -> new FlowValue.Scalar(it.written());
            case Expression.Bool it -> new FlowValue.Scalar(String.valueOf(it.value()));
            case Expression.Null ignored -> new FlowValue.Nothing();
            case Expression.Template it -> Values.concatenation(values(it.parts(), context));
            case Expression.Name it -> {
                FlowValue value = names.value(it.name(), context);
                yield JavaNames.applies(context.scope()) ? Overloads.field(value) : value;
            }
            case Expression.This ignored -> names.receiver(context);
            case Expression.Super ignored -> names.above(context);
            case Expression.Field it -> {
                FlowValue value = fields.assigned(it.of(), it.name(), context);
                yield JavaNames.applies(context.scope()) ? Overloads.field(value) : value;
            }
            case Expression.Index it -> {
                FlowValue key = value(it.key(), context);
                yield key instanceof FlowValue.Text text && it.of() instanceof Expression.Name
                        ? fields.itemAssigned(it.of(), text, context)
                        : fields.item(value(it.of(), context), key);
            }
            case Expression.Slice it -> new FlowValue.Derived("slice", List.of(value(it.of(), context)));
            case Expression.Call it ->
                calls.call(
                        callee(it.callee(), context),
                        arguments(it.arguments(), context),
                        new FlowValue.Place(context.scope().file(), it.range()));
            case Expression.New it ->
                it.body() == null
                        ? calls.construct(
                                value(it.type(), context),
                                arguments(it.arguments(), context),
                                new FlowValue.Place(context.scope().file(), it.range()))
                        : new ProjectValue.ObjectValue(
                                new ProjectValue.ClassValue(
                                        it.body(), context.scope().scopes().of(it.body())),
                                arguments(it.arguments(), context));
            case Expression.Collection it -> new FlowValue.ListOf(items(it.items(), context));
            case Expression.MapLiteral it -> map(it, context);
            case Expression.Spread it -> value(it.of(), context);
            case Expression.Comprehension it ->
                it.key() == null
                        ? new FlowValue.ListOf(List.of(value(it.value(), context)))
                        : new FlowValue.MapOf(List.of(new FlowArgument(null, value(it.value(), context))));
            case Expression.Element it -> element(value(it.of(), context), context);
            case Expression.Assign it -> value(it.value(), context);
            case Expression.Await it -> value(it.of(), context);
            case Expression.Yield ignored -> new FlowValue.Unknown("it is sent to a generator");
            case Expression.Binary it -> binary(it, context);
            case Expression.Unary it -> unary(it, context);
            case Expression.Conditional it ->
                chosen(value(it.condition(), context), value(it.then(), context), value(it.otherwise(), context));
            case Expression.Cast it -> {
                FlowValue value = value(it.of(), context);
                if (JavaNames.applies(context.scope()) && !(value instanceof FlowValue.Unknown)) {
                    yield java.as(value, it.type(), context.scope());
                }
                boolean read = CSharpFunctions.reads(value);
                FlowValue typed = value instanceof FlowValue.Unknown || read || CSharpFunctions.provides(value)
                        ? names.typed(it.type(), context.scope())
                        : null;
                if (read) {
                    yield typed instanceof ProjectValue.ObjectValue object
                            ? new ProjectValue.ObjectValue(object.type(), null, value)
                            : value;
                }
                yield typed == null ? value : typed;
            }
            // What throws gives nothing: `x ?? throw y` is x.
            case Expression.Unknown it when it.reason().equals("throw expression") -> Values.CYCLE;
            case Expression.Unknown it when it.reason().equals("regular expression") -> regularExpression(it, context);
            case Expression.Unknown it -> new FlowValue.Unknown("it is written as " + it.reason());
            case FunctionDeclaration it ->
                new ProjectValue.FunctionValue(it, context.scope().scopes().of(it), null, context.frame());
            case ClassDeclaration it ->
                new ProjectValue.ClassValue(it, context.scope().scopes().of(it));
        };
    }

    /** A literal between slashes is an object of {@code RegExp} with that pattern. */
    private static FlowValue regularExpression(Expression.Unknown literal, Context context) {
        CodeFile file = context.scope().file();
        String written = file.source()
                .text()
                .substring(literal.range().start(), literal.range().end());
        int end = written.lastIndexOf('/');
        boolean lines = end > 0 && written.indexOf('m', end) >= 0;
        return end <= 0 || lines
                ? new FlowValue.Unknown("it is written as a regular expression")
                : new FlowValue.Instance(
                        new FlowValue.Global("RegExp"),
                        List.of(new FlowArgument(null, new FlowValue.Text(written.substring(1, end)))),
                        new FlowValue.Place(file, literal.range()));
    }

    /** What a loop goes over: of a map the keys, but in Go the values. */
    private FlowValue element(FlowValue of, Context context) {
        boolean values = context.scope().file().language() == Language.GO;
        return values
                ? Values.each(
                        of,
                        it -> it instanceof FlowValue.MapOf map
                                ? fields.item(map, new FlowValue.Unknown("the key is computed"))
                                : fields.element(it))
                : fields.element(of);
    }

    /** What is called; of Java, methods and fields of one name are different things. */
    FlowValue callee(Expression callee, Context context) {
        boolean java = JavaNames.applies(context.scope());
        return switch (callee) {
            case Expression.Field it when java -> fields.assigned(it.of(), it.name(), context);
            case Expression.Name it when java -> names.value(it.name(), context);
            default -> value(callee, context);
        };
    }

    private List<FlowValue> values(List<Expression> expressions, Context context) {
        List<FlowValue> values = new ArrayList<>(expressions.size());
        expressions.forEach(it -> values.add(value(it, context)));
        return values;
    }

    /** The arguments of a call; a list or map that stands for several and is known becomes these. */
    List<FlowArgument> arguments(List<Argument> arguments, Context context) {
        List<FlowArgument> values = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            FlowValue value = value(argument.value(), context);
            if (argument.value() instanceof Expression.Spread) {
                spread(value, values);
            } else {
                values.add(new FlowArgument(argument.name(), value));
            }
        }
        return values;
    }

    private static void spread(FlowValue value, List<FlowArgument> into) {
        switch (value) {
            case FlowValue.ListOf list -> list.items().forEach(item -> into.add(new FlowArgument(null, item)));
            case FlowValue.MapOf map -> into.addAll(map.entries());
            default -> into.add(new FlowArgument(null, value, true));
        }
    }

    private List<FlowValue> items(List<Expression> items, Context context) {
        List<FlowValue> values = new ArrayList<>(items.size());
        for (Expression item : items) {
            FlowValue value = value(item, context);
            if (!(item instanceof Expression.Spread)) {
                values.add(value);
            } else if (value instanceof FlowValue.ListOf list) {
                values.addAll(list.items());
            } else if (value != Values.CYCLE && !(value instanceof FlowValue.Nothing)) {
                values.add(fields.element(value));
            }
        }
        return values;
    }

    private FlowValue map(Expression.MapLiteral literal, Context context) {
        List<FlowArgument> entries = new ArrayList<>();
        for (Expression.Entry entry : literal.entries()) {
            FlowValue value = value(entry.value(), context);
            if (entry.key() == null) {
                spread(value, entries);
            } else {
                FlowValue key = value(entry.key(), context);
                entries.add(
                        key instanceof FlowValue.Text text
                                ? new FlowArgument(text.value(), value)
                                : new FlowArgument(null, value, false, key));
            }
        }
        return new FlowValue.MapOf(entries);
    }

    private FlowValue binary(Expression.Binary it, Context context) {
        FlowValue left = value(it.left(), context);
        FlowValue right = value(it.right(), context);
        return switch (it.operator()) {
            case OR, COALESCE -> left instanceof FlowValue.Nothing ? right : Values.orElse(left, right);
            case AND -> right;
            case ADD -> sum(left, right);
            case REMAINDER ->
                left instanceof FlowValue.Text format
                        ? Formats.percent(
                                format.value(), right instanceof FlowValue.ListOf list ? list.items() : List.of(right))
                        : new FlowValue.Derived(it.operator().symbol(), List.of(left, right));
            default -> new FlowValue.Derived(it.operator().symbol(), List.of(left, right));
        };
    }

    /** What a condition chooses: where it asks whether a variable is set, one of the two stands in for that. */
    private static FlowValue chosen(FlowValue condition, FlowValue then, FlowValue otherwise) {
        FlowValue asked = condition instanceof FlowValue.Derived(String how, List<FlowValue> from)
                        && from.size() == 2
                        && how.matches("[!=]={1,2}|is|is not")
                        && isNothing(from.getLast())
                ? from.getFirst()
                : condition;
        if (asked instanceof FlowValue.Environment) {
            return asked.equals(then)
                    ? Values.orElse(then, otherwise)
                    : asked.equals(otherwise)
                            ? Values.orElse(otherwise, then)
                            : Values.either(List.of(then, otherwise));
        }
        return Values.either(List.of(then, otherwise));
    }

    private static boolean isNothing(FlowValue value) {
        return value instanceof FlowValue.Nothing
                || value instanceof FlowValue.Text text && text.value().isEmpty();
    }

    private static FlowValue sum(FlowValue left, FlowValue right) {
        if (left instanceof FlowValue.Scalar && right instanceof FlowValue.Scalar) {
            return new FlowValue.Derived("+", List.of(left, right));
        }
        if (left instanceof FlowValue.ListOf first && right instanceof FlowValue.ListOf second) {
            List<FlowValue> all = new ArrayList<>(first.items());
            all.addAll(second.items());
            return new FlowValue.ListOf(all);
        }
        return Values.concatenation(List.of(left, right));
    }

    private FlowValue unary(Expression.Unary it, Context context) {
        FlowValue operand = value(it.operand(), context);
        return it.operator() == Operator.SUBTRACT && operand instanceof FlowValue.Scalar scalar
                ? new FlowValue.Scalar("-" + scalar.written())
                : new FlowValue.Derived(it.operator().symbol(), List.of(operand));
    }
}
