package dev.parapet.core.rule.evaluation;

import dev.parapet.core.graph.Node;
import dev.parapet.core.rule.expression.Expression;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions after the semantics of CEL's language definition, over values that may not be known. What is unknown
 * makes a result unknown only where it decides: {@code &&} and {@code ||} absorb it from either side, macros item by item, and
 * a partly known text answers for what is known of it. Selecting what is absent gives null.
 */
public final class Evaluator {
    private final Evaluation evaluation;

    /** An evaluator for one evaluation. */
    public Evaluator(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Whether an expression holds.
     *
     * @return a {@link Datum.Bool}, a {@link Datum.Unknown} or a {@link Datum.Failure}
     */
    public Datum truth(Expression expression, Scope scope) {
        return Truths.of(evaluate(expression, scope));
    }

    /** What an expression gives. */
    public Datum evaluate(Expression expression, Scope scope) {
        evaluation.step(1);
        return switch (expression) {
            case Expression.Literal(Object value) -> literal(value);
            case Expression.Name(String name) -> {
                Datum value = scope.find(name);
                yield value == null ? new Datum.Failure("there is no variable " + name) : value;
            }
            case Expression.Select(Expression operand, String field) -> select(evaluate(operand, scope), field);
            case Expression.Has(Expression operand, String field) -> has(evaluate(operand, scope), field);
            case Expression.And(Expression left, Expression right) -> {
                Datum first = truth(left, scope);
                yield Truths.isFalse(first) ? first : Truths.and(first, truth(right, scope));
            }
            case Expression.Or(Expression left, Expression right) -> {
                Datum first = truth(left, scope);
                yield Truths.isTrue(first) ? first : Truths.or(first, truth(right, scope));
            }
            case Expression.Not(Expression operand) -> Truths.not(truth(operand, scope));
            case Expression.Choice choice -> choice(choice, scope);
            case Expression.Call(String function, List<Expression> arguments) -> call(function, arguments, scope);
            case Expression.ListOf(List<Expression> items) -> {
                List<Datum> list = new ArrayList<>(items.size());
                for (Expression item : items) {
                    Datum value = evaluate(item, scope);
                    if (value instanceof Datum.Failure) {
                        yield value;
                    }
                    list.add(value);
                }
                yield new Datum.Listing(list, Basis.NONE);
            }
            case Expression.MapOf(List<Expression> keys, List<Expression> values) -> map(keys, values, scope);
            case Expression.Quantifier quantifier -> quantifier(quantifier, scope);
            case Expression.Filter filter -> filter(filter.variable(), filter.range(), filter.predicate(), null, scope);
            case Expression.Transform transform ->
                filter(transform.variable(), transform.range(), transform.predicate(), transform.body(), scope);
            case Expression.Let(String variable, Expression value, Expression body) ->
                evaluate(body, new Scope(variable, evaluate(value, scope), scope));
        };
    }

    private static final Datum TRUE = Datum.of(true);
    private static final Datum FALSE = Datum.of(false);

    private static Datum literal(@Nullable Object value) {
        return switch (value) {
            case null -> Datum.nothing();
            case Boolean bool -> bool ? TRUE : FALSE;
            case Long whole -> new Datum.Int(whole, Basis.NONE);
            case Double real -> new Datum.Real(real, Basis.NONE);
            case String text -> new Datum.Text(text, Basis.NONE);
            default -> throw new IllegalArgumentException("no constant of CEL: " + value);
        };
    }

    private Datum choice(Expression.Choice choice, Scope scope) {
        Datum condition = truth(choice.condition(), scope);
        if (condition instanceof Datum.Bool(boolean value, Basis basis)) {
            return withBasis(evaluate(value ? choice.whenTrue() : choice.whenFalse(), scope), basis);
        }
        if (condition instanceof Datum.Unknown) {
            // Both branches giving the same settles it all the same.
            Datum first = evaluate(choice.whenTrue(), scope);
            Datum second = evaluate(choice.whenFalse(), scope);
            if (!(first instanceof Datum.Failure)
                    && !(second instanceof Datum.Failure)
                    && Truths.isTrue(Comparison.equal(first, second, evaluation))) {
                return first;
            }
        }
        return condition;
    }

    /** The same datum, resting on something else besides; only what is true, false or null carries what decided it along. */
    private static Datum withBasis(Datum datum, Basis basis) {
        return switch (datum) {
            case Datum.Bool(boolean value, Basis own) -> new Datum.Bool(value, Basis.both(own, basis));
            case Datum.Null(Basis own) -> new Datum.Null(Basis.both(own, basis));
            default -> datum;
        };
    }

    private Datum select(Datum operand, String field) {
        return switch (operand) {
            case Datum.Structure structure -> {
                Datum value = Maps.get(structure, field, evaluation);
                yield value == null ? new Datum.Null(structure.basis()) : value;
            }
            case Datum.Dictionary dictionary -> {
                Datum value = dictionary.entries().get(field);
                yield value == null ? new Datum.Null(dictionary.basis()) : value;
            }
            case Datum.Item item -> nodeField(item, field);
            case Datum.Null nothing -> nothing;
            case Datum.Unknown unknown -> new Datum.Unknown(unknown.missing(), false, unknown.basis());
            case Datum.Partial partial ->
                partial.value() instanceof Value.Composed
                        ? new Datum.Failure("a text has no field " + field)
                        : new Datum.Unknown(Missing.of(partial.value()), false, partial.basis());
            case Datum.Failure failure -> failure;
            case Datum.Bool ignored -> new Datum.Failure("true and false have no field " + field);
            case Datum.Int ignored -> new Datum.Failure("a number has no field " + field);
            case Datum.Real ignored -> new Datum.Failure("a number has no field " + field);
            case Datum.Text ignored -> new Datum.Failure("a text has no field " + field);
            case Datum.Listing ignored -> new Datum.Failure("a list has no field " + field);
        };
    }

    private Datum nodeField(Datum.Item item, String field) {
        Node node = item.node();
        return switch (field) {
            case "type" ->
                node.resource() != null && node.id().equals(node.resource().id().toString())
                        ? new Datum.Text(node.resource().type(), Basis.NONE)
                        : Datum.nothing();
            case "dialectType" ->
                node.resource() != null && node.resource().dialectType() != null
                        ? new Datum.Text(node.resource().dialectType(), Basis.NONE)
                        : Datum.nothing();
            case "kind" -> new Datum.Text(node.kind().word(), Basis.NONE);
            case "name" ->
                new Datum.Text(
                        node.resource() == null
                                ? node.label()
                                : node.resource().id().name(),
                        Basis.NONE);
            case "label" -> new Datum.Text(node.label(), Basis.NONE);
            case "stack" ->
                node.resource() == null
                        ? Datum.nothing()
                        : new Datum.Text(node.resource().id().stack(), Basis.NONE);
            case "properties" -> evaluation.properties(node);
            case "attributes" ->
                node.resource() == null
                        ? Datum.nothing()
                        : new Datum.Structure(
                                node.resource().attributes(),
                                Basis.of(node.resource().head(), null));
            default ->
                new Datum.Failure("a node has no field " + field
                        + "; it has type, dialectType, kind, name, label, stack, properties and attributes");
        };
    }

    private Datum has(Datum operand, String field) {
        Datum value = select(operand, field);
        return switch (value) {
            case Datum.Null(Basis basis) -> new Datum.Bool(false, basis);
            case Datum.Unknown unknown -> unknown.present() ? new Datum.Bool(true, unknown.basis()) : unknown;
            case Datum.Failure failure -> failure;
            default -> new Datum.Bool(true, value.basis());
        };
    }

    private Datum map(List<Expression> keys, List<Expression> values, Scope scope) {
        Map<Object, Datum> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Datum key = evaluate(keys.get(i), scope);
            Datum value = evaluate(values.get(i), scope);
            if (value instanceof Datum.Failure) {
                return value;
            }
            switch (key) {
                case Datum.Text text -> entries.put(text.text(), value);
                case Datum.Int whole -> entries.put(whole.value(), value);
                case Datum.Bool bool -> entries.put(bool.value(), value);
                case Datum.Unknown unknown -> {
                    return unknown;
                }
                default -> {
                    return new Datum.Failure("a key of a mapping is a text, a whole number, true or false");
                }
            }
        }
        return new Datum.Dictionary(entries, Basis.NONE);
    }

    /** What a macro walks over: the items of a list, the keys of a mapping, nothing where there is nothing. */
    private Datum range(Datum range) {
        return switch (range) {
            case Datum.Listing listing -> listing;
            case Datum.Null(Basis basis) -> new Datum.Listing(List.of(), basis);
            case Datum.Unknown unknown -> unknown;
            case Datum.Failure failure -> failure;
            case Datum.Partial partial ->
                partial.value() instanceof Value.Composed
                        ? new Datum.Failure("a macro walks over a list, not over a text; list(x) makes one of it")
                        : new Datum.Unknown(Missing.of(partial.value()), true, partial.basis());
            case Datum.Structure structure -> keys(Maps.entries(structure, evaluation), structure.basis());
            case Datum.Dictionary dictionary -> keys(dictionary.entries(), dictionary.basis());
            case Datum.Text ignored ->
                new Datum.Failure("a macro walks over a list, not over a text; list(x) makes one of it");
            case Datum.Bool ignored -> new Datum.Failure("a macro walks over a list, not over true or false");
            case Datum.Int ignored -> new Datum.Failure("a macro walks over a list, not over a number");
            case Datum.Real ignored -> new Datum.Failure("a macro walks over a list, not over a number");
            case Datum.Item ignored -> new Datum.Failure("a macro walks over a list, not over a node");
        };
    }

    private static Datum keys(Map<Object, Datum> entries, Basis basis) {
        List<Datum> keys = new ArrayList<>(entries.size());
        entries.forEach((key, value) -> keys.add(
                switch (key) {
                    case String text -> new Datum.Text(text, value.basis());
                    case Long whole -> new Datum.Int(whole, value.basis());
                    case Boolean bool -> new Datum.Bool(bool, value.basis());
                    default -> throw new IllegalArgumentException("no key: " + key);
                }));
        return new Datum.Listing(keys, basis);
    }

    private Datum quantifier(Expression.Quantifier quantifier, Scope scope) {
        if (!Invariants.mayBe(quantifier)) {
            return quantified(quantifier, scope);
        }
        Datum known = evaluation.invariants().known(quantifier, evaluation);
        if (known != null) {
            return known;
        }
        int asked = evaluation.world().asked();
        Datum answer = quantified(quantifier, scope);
        if (evaluation.world().asked() == asked) {
            evaluation.invariants().keep(quantifier, answer, evaluation);
        }
        return answer;
    }

    private Datum quantified(Expression.Quantifier quantifier, Scope scope) {
        Datum range = range(evaluate(quantifier.range(), scope));
        if (!(range instanceof Datum.Listing(List<Datum> items, Basis walked))) {
            return range;
        }
        return switch (quantifier.quantity()) {
            case EXISTS -> any(quantifier, items, walked, scope, true);
            case ALL -> any(quantifier, items, walked, scope, false);
            case EXISTS_ONE -> exactlyOne(quantifier, items, walked, scope);
        };
    }

    /** Whether the predicate gives {@code wanted} for some item: {@code exists}, or the opposite of {@code all}. */
    private Datum any(Expression.Quantifier quantifier, List<Datum> items, Basis walked, Scope scope, boolean wanted) {
        Datum undecided = null;
        boolean found = false;
        Basis basis = Basis.NONE;
        for (Datum item : items) {
            Datum truth = truth(quantifier.predicate(), new Scope(quantifier.variable(), item, scope));
            if (truth instanceof Datum.Bool(boolean value, Basis because)) {
                if (value == wanted) {
                    found = true;
                    basis = Basis.both(basis, Basis.item(item, because));
                } else if (!found) {
                    basis = Basis.both(basis, because);
                }
            } else if (undecided == null) {
                undecided = truth;
            } else {
                undecided = Truths.or(undecided, truth);
            }
        }
        if (found) {
            return new Datum.Bool(wanted, basis);
        }
        return undecided != null ? undecided : new Datum.Bool(!wanted, Basis.both(walked, basis));
    }

    private Datum exactlyOne(Expression.Quantifier quantifier, List<Datum> items, Basis walked, Scope scope) {
        Datum undecided = null;
        int number = 0;
        Basis basis = walked;
        for (Datum item : items) {
            Datum truth = truth(quantifier.predicate(), new Scope(quantifier.variable(), item, scope));
            if (truth instanceof Datum.Failure) {
                // As in CEL, exists_one absorbs no mistake.
                return truth;
            }
            if (truth instanceof Datum.Unknown) {
                undecided = undecided == null ? truth : Truths.or(undecided, truth);
            } else if (Truths.isTrue(truth)) {
                number++;
                basis = Basis.both(basis, Basis.item(item, truth.basis()));
            }
        }
        if (number > 1) {
            return new Datum.Bool(false, basis);
        }
        return undecided != null ? undecided : new Datum.Bool(number == 1, basis);
    }

    private Datum filter(
            String variable,
            Expression rangeOf,
            @Nullable Expression predicate,
            @Nullable Expression body,
            Scope scope) {
        Datum range = range(evaluate(rangeOf, scope));
        if (!(range instanceof Datum.Listing(List<Datum> items, Basis walked))) {
            return range;
        }
        List<Datum> kept = new ArrayList<>(items.size());
        Datum.Unknown undecided = null;
        for (Datum item : items) {
            Scope inner = new Scope(variable, item, scope);
            if (predicate != null) {
                Datum truth = truth(predicate, inner);
                if (truth instanceof Datum.Failure) {
                    return truth;
                }
                if (truth instanceof Datum.Unknown unknown) {
                    undecided = undecided == null ? unknown : Datum.Unknown.both(undecided, unknown);
                    continue;
                }
                if (Truths.isFalse(truth)) {
                    continue;
                }
            }
            Datum value = body == null ? item : evaluate(body, inner);
            if (value instanceof Datum.Failure) {
                return value;
            }
            kept.add(value);
        }
        // A list of which it is open what it holds is not known: its size would not be right.
        return undecided != null
                ? new Datum.Unknown(undecided.missing(), true, undecided.basis())
                : new Datum.Listing(kept, walked);
    }

    private Datum call(String function, List<Expression> arguments, Scope scope) {
        List<Datum> data = new ArrayList<>(arguments.size());
        for (Expression argument : arguments) {
            Datum datum = evaluate(argument, scope);
            if (datum instanceof Datum.Failure) {
                return datum;
            }
            data.add(datum);
        }
        return switch (function) {
            case "_==_" -> Comparison.equal(data.get(0), data.get(1), evaluation);
            case "_!=_" -> Truths.not(Comparison.equal(data.get(0), data.get(1), evaluation));
            case "_<_", "_<=_", "_>_", "_>=_" -> ordered(function, Comparison.order(data.get(0), data.get(1)));
            case "_[_]" -> index(data.get(0), data.get(1));
            case "@in" -> in(data.get(0), data.get(1));
            default -> {
                Datum standard = Standard.call(function, data, evaluation);
                yield standard != null ? standard : evaluation.functions().call(function, data, evaluation);
            }
        };
    }

    private static Datum ordered(String operator, Datum order) {
        if (!(order instanceof Datum.Int(long value, Basis basis))) {
            return order;
        }
        boolean holds = switch (operator) {
            case "_<_" -> value < 0;
            case "_<=_" -> value <= 0;
            case "_>_" -> value > 0;
            default -> value >= 0;
        };
        return new Datum.Bool(holds, basis);
    }

    private Datum index(Datum container, Datum key) {
        if (container instanceof Datum.Null || container instanceof Datum.Unknown) {
            return select(container, "");
        }
        Datum.Unknown open = Datum.unknown(key);
        if (open != null) {
            return new Datum.Unknown(open.missing(), false, open.basis());
        }
        if (container instanceof Datum.Listing(List<Datum> items, Basis basis)) {
            if (!(key instanceof Datum.Int(long at, Basis ignored))) {
                return new Datum.Failure("an item of a list is chosen by a whole number");
            }
            return at >= 0 && at < items.size() ? items.get((int) at) : new Datum.Null(basis);
        }
        if (container instanceof Datum.Item && key instanceof Datum.Text(String field, Basis ignored)) {
            return select(container, field);
        }
        if (container instanceof Datum.Structure || container instanceof Datum.Dictionary) {
            Object wanted = switch (key) {
                case Datum.Text text -> text.text();
                case Datum.Int whole -> whole.value();
                case Datum.Bool bool -> bool.value();
                default -> null;
            };
            if (wanted == null) {
                return new Datum.Failure("an entry of a mapping is chosen by a text, a whole number, true or false");
            }
            Datum value = Maps.get(container, wanted, evaluation);
            return value == null ? new Datum.Null(container.basis()) : value;
        }
        Datum.Unknown unknown = Datum.unknown(container);
        return unknown != null
                ? new Datum.Unknown(unknown.missing(), false, unknown.basis())
                : new Datum.Failure("only lists and mappings have items");
    }

    private Datum in(Datum wanted, Datum container) {
        return switch (container) {
            case Datum.Listing listing -> {
                Datum found = Comparison.in(wanted, listing.items(), evaluation);
                yield Truths.isFalse(found) ? withBasis(found, listing.basis()) : found;
            }
            case Datum.Null(Basis basis) -> new Datum.Bool(false, basis);
            case Datum.Unknown unknown -> unknown;
            case Datum.Structure structure -> {
                Datum.Unknown open = Datum.unknown(wanted);
                if (open != null) {
                    yield Comparison.in(
                            wanted,
                            range(structure) instanceof Datum.Listing keys ? keys.items() : List.of(),
                            evaluation);
                }
                Datum value = Maps.get(structure, Shown.of(wanted), evaluation);
                yield value == null ? new Datum.Bool(false, structure.basis()) : new Datum.Bool(true, value.basis());
            }
            case Datum.Dictionary dictionary ->
                Comparison.in(
                        wanted, range(dictionary) instanceof Datum.Listing keys ? keys.items() : List.of(), evaluation);
            case Datum.Partial partial ->
                partial.value() instanceof Value.Composed
                        ? new Datum.Failure("'in' asks a list or a mapping, not a text; contains() asks a text")
                        : new Datum.Unknown(Missing.of(partial.value()), true, partial.basis());
            case Datum.Failure failure -> failure;
            case Datum.Text ignored ->
                new Datum.Failure("'in' asks a list or a mapping, not a text; contains() asks a text");
            case Datum.Bool ignored -> new Datum.Failure("'in' asks a list or a mapping, not true or false");
            case Datum.Int ignored -> new Datum.Failure("'in' asks a list or a mapping, not a number");
            case Datum.Real ignored -> new Datum.Failure("'in' asks a list or a mapping, not a number");
            case Datum.Item ignored -> new Datum.Failure("'in' asks a list or a mapping, not a node");
        };
    }
}
