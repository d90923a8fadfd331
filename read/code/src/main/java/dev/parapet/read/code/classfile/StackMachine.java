package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries instructions out on a stack of expressions: what puts a value on it is an expression, what takes one without giving another a
 * statement. No expression is used twice: one that is needed twice gets a variable.
 */
final class StackMachine {
    private final MethodCode code;
    private final Variables variables;
    private final TypeNames names;
    private final Places places;
    private final Values values;
    private final Instructions instructions;

    StackMachine(MethodCode code, Variables variables, ClassLowering type, String returns) {
        this.code = code;
        this.variables = variables;
        this.names = type.names();
        this.places = type.places();
        this.values = new Values(variables, places);
        this.instructions = new Instructions(code, variables, type, values, returns);
    }

    /** Carries out some instructions. */
    void run(int from, int to, OperandStack stack, List<Statement> into) {
        int i = from;
        while (i < to) {
            int skipped = skipped(i, to);
            places.add(code.line(i));
            if (skipped > 0) {
                i += skipped;
            } else if (isKept(i, to)) {
                kept(i, stack, into);
                i += 2;
            } else {
                instructions.carryOut(i, stack, into);
                i++;
            }
        }
    }

    /** How many instructions from one on only ask that a value is not null, as compilers do of their own. */
    private int skipped(int i, int to) {
        return i + 2 < to
                        && code.instruction(i).opcode() == Opcode.DUP
                        && code.instruction(i + 1) instanceof InvokeInstruction call
                        && call.owner().asInternalName().equals("java/util/Objects")
                        && call.name().equalsString("requireNonNull")
                        && code.instruction(i + 2).opcode() == Opcode.POP
                ? 3
                : 0;
    }

    /** Whether a value is put into a variable and needed after that: {@code f(x = y)}. */
    private boolean isKept(int i, int to) {
        return i + 1 < to
                && code.instruction(i) instanceof StackInstruction twice
                && (twice.opcode() == Opcode.DUP || twice.opcode() == Opcode.DUP2)
                && code.instruction(i + 1) instanceof StoreInstruction;
    }

    private void kept(int i, OperandStack stack, List<Statement> into) {
        places.add(code.line(i + 1));
        if (code.instruction(i + 1) instanceof StoreInstruction store) {
            Operand.Value value = values.pop(stack, into);
            int start = value.expression().range().start();
            Target target = variables.written(store.slot(), i + 1, places.since(places.next() - 2));
            stack.push(new Operand.Value(
                    new Expression.Assign(places.since(start), target, value.expression()),
                    value.type(),
                    value.depth() + 1));
        }
    }

    /** Where what is on top of the stack begins. */
    int start(OperandStack stack) {
        return stack.operands().isEmpty() || !(stack.operands().getLast() instanceof Operand.Value value)
                ? places.next()
                : value.expression().range().start();
    }

    /** Gives what is on the stack variables, as several ways go on with it. */
    void keep(OperandStack stack, List<Statement> into) {
        for (Operand operand : List.copyOf(stack.operands())) {
            if (operand instanceof Operand.Value value && !Values.isPlain(value.expression())) {
                stack.replace(value, values.kept(value, into));
            }
        }
    }

    /** What a jump asks, or the opposite. */
    Operand.Value jump(int number, boolean negated, OperandStack stack, List<Statement> into) {
        Instruction jump = code.instruction(number);
        places.add(code.line(number));
        String name = jump.opcode().name();
        Operator operator = Values.comparison(name.substring(name.length() - 2));
        boolean two = name.startsWith("IF_");
        Operand first =
                stack.operands().isEmpty() ? stack.pop() : stack.operands().getLast();
        if (!two && first instanceof Operand.Comparison comparison) {
            stack.pop();
            return values.compare(operator, comparison.left(), comparison.right(), negated);
        }
        Operand.Value right = values.pop(stack, into);
        if (two) {
            return values.compare(operator, values.pop(stack, into), right, negated);
        }
        TextRange range = places.since(right.expression().range().start());
        if (jump.opcode() == Opcode.IFNULL || jump.opcode() == Opcode.IFNONNULL) {
            boolean equal = (jump.opcode() == Opcode.IFNULL) != negated;
            Expression nothing = new Expression.Null(places.since(places.next() - 2));
            Operator same = equal ? Operator.EQUAL : Operator.NOT_EQUAL;
            return Values.of(new Expression.Binary(range, same, right.expression(), nothing), "Z", List.of(right));
        }
        boolean truth = right.type().equals("Z") || right.type().isEmpty();
        if (truth && (jump.opcode() == Opcode.IFEQ || jump.opcode() == Opcode.IFNE)) {
            boolean not = (jump.opcode() == Opcode.IFEQ) != negated;
            return not ? Values.of(Values.not(right.expression(), range), "Z", List.of(right)) : right;
        }
        Operand.Value zero = new Operand.Value(new Expression.Number(places.since(places.next() - 2), "0"), "I", 1);
        return values.compare(operator, right, zero, negated);
    }

    /** What a switch asks; the instruction itself was carried out. */
    Expression subject(OperandStack stack, List<Statement> into) {
        return values.pop(stack, into).expression();
    }

    /** Two conditions as one. */
    Operand.Value junction(Operator operator, Operand.Value left, Operand.Value right) {
        return Values.of(
                new Expression.Binary(
                        values.range(List.of(left, right)), operator, left.expression(), right.expression()),
                "Z",
                List.of(left, right));
    }

    /** Puts one of two values on a stack, which a condition chooses. */
    void choose(
            Operand.Value condition, Operand one, Operand other, int start, OperandStack stack, List<Statement> into) {
        Operand.Value chosen = values.either(condition, values.value(one), values.value(other), places.since(start));
        values.push(chosen, stack, into);
    }

    /** What is on the stack where two ways meet. */
    OperandStack either(OperandStack one, OperandStack other, List<Statement> into) {
        OperandStack both = new OperandStack();
        int size = Math.min(one.operands().size(), other.operands().size());
        for (int i = 0; i < size; i++) {
            Operand first = one.operands().get(i);
            Operand second = other.operands().get(i);
            if (first == second) {
                both.push(first);
            } else {
                values.push(either(first, second), both, into);
            }
        }
        return both;
    }

    private Operand.Value either(Operand one, Operand other) {
        Operand.Value first = values.value(one);
        Operand.Value second = values.value(other);
        int start = Math.min(
                first.expression().range().start(), second.expression().range().start());
        TextRange range = places.since(start);
        Operand.Value way = new Operand.Value(new Expression.Unknown(range, "branch", List.of()), "", 1);
        return values.either(way, first, second, range);
    }

    /** Puts the exception on the stack that a handler is given; what it is called, null where it gets no name. */
    @Nullable
    String exception(int handler, OperandStack stack) {
        TextRange range = Places.at(places.next());
        String name = switch (code.instruction(handler)) {
            case StoreInstruction it ->
                variables.written(it.slot(), handler, range).name();
            case StackInstruction it when it.opcode() == Opcode.POP -> null;
            default -> "exception@" + range.start();
        };
        Expression thrown =
                name == null ? new Expression.Unknown(range, "exception", List.of()) : new Expression.Name(range, name);
        stack.push(new Operand.Value(thrown, "Ljava/lang/Throwable;", 1));
        return name;
    }

    /** The types of some internal names. */
    List<TypeName> types(List<String> internal) {
        List<TypeName> types = new ArrayList<>();
        internal.forEach(it -> types.add(names.name(it)));
        return types;
    }
}
