package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Values of the stack as expressions, within a bound on their depth. */
final class Values {
    /** Expressions are nested this deep; what lies deeper gets a variable of its own. */
    static final int MAXIMUM_DEPTH = 100;

    private final Variables variables;
    private final Places places;

    Values(Variables variables, Places places) {
        this.variables = variables;
        this.places = places;
    }

    /** Takes a value off the stack. */
    Operand.Value pop(OperandStack stack, List<Statement> into) {
        Operand operand = stack.pop();
        Operand.Value value = value(operand);
        if (operand instanceof Operand.Filling && stack.holds(operand)) {
            value = kept(value, into);
            stack.replace(operand, value);
        }
        return value;
    }

    /** An operand as a value. */
    Operand.Value value(Operand operand) {
        return switch (operand) {
            case Operand.Value it -> it;
            case Operand.Unmade it ->
                new Operand.Value(
                        new Expression.Unknown(Places.at(it.start()), "object that is not made", List.of()), "", 1);
            case Operand.Filling it ->
                new Operand.Value(array(it, places.since(it.length().range().start())), it.type(), it.depth() + 1);
            case Operand.Comparison it ->
                of(
                        new Expression.Binary(
                                range(List.of(it.left(), it.right())),
                                Operator.OTHER,
                                it.left().expression(),
                                it.right().expression()),
                        "I",
                        List.of(it.left(), it.right()));
        };
    }

    private static Expression array(Operand.Filling array, TextRange range) {
        return array.items().isEmpty()
                ? new Expression.Unknown(range, "array", List.of(array.length()))
                : new Expression.Collection(range, Expression.Collection.Kind.LIST, array.items());
    }

    /** Takes values off the stack; they are given in the order in which they were put on it. */
    List<Operand.Value> pop(int count, OperandStack stack, List<Statement> into) {
        List<Operand.Value> popped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            popped.addFirst(pop(stack, into));
        }
        return popped;
    }

    /** A value made of others. */
    static Operand.Value of(Expression expression, String type, List<Operand.Value> parts) {
        int depth = 0;
        for (Operand.Value part : parts) {
            depth = Math.max(depth, part.depth());
        }
        return new Operand.Value(expression, type, depth + 2);
    }

    /** Puts a value on the stack, or the variable that it gets because it is too deep. */
    void push(Operand.Value value, OperandStack stack, List<Statement> into) {
        stack.push(value.depth() > MAXIMUM_DEPTH ? kept(value, into) : value);
    }

    /** A variable that holds a value. */
    Operand.Value kept(Operand.Value value, List<Statement> into) {
        TextRange range = value.expression().range();
        Target.Variable target = variables.temporary(range);
        into.add(new Statement.Evaluate(new Expression.Assign(range, target, value.expression())));
        return new Operand.Value(new Expression.Name(Places.at(range.end()), target.name()), value.type(), 1);
    }

    /** From where the first of some values begins to here. */
    TextRange range(List<Operand.Value> parts) {
        int start = places.next() - 2;
        for (Operand.Value part : parts) {
            start = Math.min(start, part.expression().range().start());
        }
        return places.since(Math.max(0, start));
    }

    /** Whether an expression only names something, so that it can stand anywhere and twice. */
    static boolean isPlain(Expression expression) {
        return switch (expression) {
            case Expression.Name ignored -> true;
            case Expression.This ignored -> true;
            case Expression.Text ignored -> true;
            case Expression.Number ignored -> true;
            case Expression.Bool ignored -> true;
            case Expression.Null ignored -> true;
            case Expression.Field it -> isPlain(it.of());
            default -> false;
        };
    }

    /** A value as one of a type: texts and truths are numbers in class files. */
    static Operand.Value as(Operand.Value value, String descriptor) {
        if (!(value.expression() instanceof Expression.Number number)) {
            return value;
        }
        TextRange range = number.range();
        boolean truth = number.written().equals("0") || number.written().equals("1");
        if (descriptor.equals("Z") && truth) {
            return new Operand.Value(new Expression.Bool(range, number.written().equals("1")), descriptor, 1);
        }
        boolean character = descriptor.equals("C") && number.written().matches("[0-9]{1,5}");
        return character && Integer.parseInt(number.written()) <= Character.MAX_VALUE
                ? new Operand.Value(
                        new Expression.Text(range, String.valueOf((char) Integer.parseInt(number.written()))),
                        descriptor,
                        1)
                : value;
    }

    /** One of two values that a condition chooses; where they are the truths, the condition. */
    Operand.Value either(Operand.Value condition, Operand.Value one, Operand.Value other, TextRange range) {
        if (one.expression() instanceof Expression.Number yes
                && other.expression() instanceof Expression.Number no
                && !(condition.expression() instanceof Expression.Unknown)) {
            if (yes.written().equals("1") && no.written().equals("0")) {
                return new Operand.Value(condition.expression(), "Z", condition.depth());
            }
            if (yes.written().equals("0") && no.written().equals("1")) {
                return of(not(condition.expression(), range), "Z", List.of(condition));
            }
        }
        String type = one.type().equals(other.type()) ? one.type() : "";
        return of(
                new Expression.Conditional(range, condition.expression(), one.expression(), other.expression()),
                type,
                List.of(condition, one, other));
    }

    /** The opposite of a condition. */
    static Expression not(Expression condition, TextRange range) {
        return condition instanceof Expression.Unary it && it.operator() == Operator.NOT
                ? it.operand()
                : new Expression.Unary(range, Operator.NOT, condition);
    }

    /** What the last two letters of a jump's name ask. */
    static Operator comparison(String letters) {
        return switch (letters) {
            case "EQ" -> Operator.EQUAL;
            case "NE" -> Operator.NOT_EQUAL;
            case "LT" -> Operator.LESS;
            case "GE" -> Operator.GREATER_OR_EQUAL;
            case "GT" -> Operator.GREATER;
            case "LE" -> Operator.LESS_OR_EQUAL;
            default -> Operator.OTHER;
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.GREATER_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.LESS;
            case GREATER -> Operator.LESS_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.GREATER;
            default -> operator;
        };
    }

    /** How two values compare. */
    Operand.Value compare(Operator operator, Operand.Value left, Operand.Value right, boolean negated) {
        return of(
                new Expression.Binary(
                        range(List.of(left, right)),
                        negated ? opposite(operator) : operator,
                        as(left, right.type()).expression(),
                        as(right, left.type()).expression()),
                "Z",
                List.of(left, right));
    }
}
