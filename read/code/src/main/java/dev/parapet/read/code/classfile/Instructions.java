package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.NopInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.util.List;
import java.util.Map;

/** What each instruction means: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-6.html. */
final class Instructions {
    private static final Map<String, Operator> OPERATORS = Map.of(
            "ADD", Operator.ADD,
            "SUB", Operator.SUBTRACT,
            "MUL", Operator.MULTIPLY,
            "DIV", Operator.DIVIDE,
            "REM", Operator.REMAINDER);

    private final MethodCode code;
    private final Variables variables;
    private final ClassLowering type;
    private final TypeNames names;
    private final Places places;
    private final Values values;
    private final Calls calls;
    private final StackOrder order;
    private final String returns;

    /**
     * The instructions of a method.
     *
     * @param returns the descriptor of what it gives
     */
    Instructions(MethodCode code, Variables variables, ClassLowering type, Values values, String returns) {
        this.code = code;
        this.variables = variables;
        this.type = type;
        this.names = type.names();
        this.places = type.places();
        this.values = values;
        this.calls = new Calls(type, variables, values);
        this.order = new StackOrder(values);
        this.returns = returns;
    }

    /** Carries out one, whose place was added last. */
    void carryOut(int number, OperandStack stack, List<Statement> into) {
        Instruction instruction = code.instruction(number);
        TextRange range = places.since(places.next() - 2);
        switch (instruction) {
            case LoadInstruction it -> {
                String descriptor = variables.descriptor(it.slot(), number);
                boolean wide = it.typeKind().slotSize() == 2;
                String kind = wide ? it.typeKind().upperBound().descriptorString() : descriptor;
                stack.push(new Operand.Value(variables.read(it.slot(), number, range), kind, 1));
            }
            case StoreInstruction it -> store(it, number, range, stack, into);
            case ConstantInstruction it -> constant(it, range, stack);
            case IncrementInstruction it -> increment(it, number, range, into);
            case FieldInstruction it -> field(it, range, stack, into);
            case InvokeInstruction it -> calls.invoke(it, range, stack, into);
            case InvokeDynamicInstruction it -> calls.dynamic(it, stack, into);
            case NewObjectInstruction it ->
                stack.push(new Operand.Unmade(it.className().asInternalName(), range.start()));
            case NewReferenceArrayInstruction it -> {
                String component = it.componentType().asSymbol().descriptorString();
                array("[" + component, stack, into);
            }
            case NewPrimitiveArrayInstruction it ->
                array("[" + it.typeKind().upperBound().descriptorString(), stack, into);
            case NewMultiArrayInstruction it ->
                unknown("array", it.arrayType().asInternalName(), it.dimensions(), stack, into);
            case ArrayLoadInstruction it -> {
                List<Operand.Value> parts = values.pop(2, stack, into);
                String array = parts.get(0).type();
                String element = array.startsWith("[") ? array.substring(1) : "";
                boolean wide = it.typeKind().slotSize() == 2;
                Expression index = new Expression.Index(
                        values.range(parts),
                        parts.get(0).expression(),
                        parts.get(1).expression());
                push(index, wide ? it.typeKind().upperBound().descriptorString() : element, parts, stack, into);
            }
            case ArrayStoreInstruction ignored -> arrayStore(stack, into);
            case OperatorInstruction it -> operate(it, stack, into);
            case ConvertInstruction it -> {
                Operand.Value value = values.pop(stack, into);
                String to = it.toType().upperBound().descriptorString();
                stack.push(new Operand.Value(value.expression(), to, value.depth()));
            }
            case TypeCheckInstruction it -> check(it, range, stack, into);
            case StackInstruction it -> order.carryOut(it.opcode(), stack, into);
            case ReturnInstruction it -> {
                boolean nothing = it.opcode() == Opcode.RETURN;
                Operand.Value value = nothing ? null : Values.as(values.pop(stack, into), returns);
                TextRange all = value == null ? range : values.range(List.of(value));
                into.add(new Statement.Return(all, value == null ? null : value.expression()));
            }
            case ThrowInstruction ignored -> {
                Operand.Value value = values.pop(stack, into);
                into.add(new Statement.Throw(values.range(List.of(value)), value.expression()));
            }
            case MonitorInstruction ignored -> order.drop(values.pop(stack, into), into);
            case DiscontinuedInstruction.JsrInstruction ignored ->
                stack.push(new Operand.Value(new Expression.Unknown(range, "subroutine", List.of()), "", 1));
            // What they ask is taken from the stack by whoever follows the ways that they open.
            case BranchInstruction ignored -> {}
            case LookupSwitchInstruction ignored -> {}
            case TableSwitchInstruction ignored -> {}
            case DiscontinuedInstruction.RetInstruction ignored -> {}
            case NopInstruction ignored -> {}
        }
    }

    private void push(
            Expression expression,
            String descriptor,
            List<Operand.Value> parts,
            OperandStack stack,
            List<Statement> into) {
        values.push(Values.of(expression, descriptor, parts), stack, into);
    }

    private void unknown(String reason, String type, int operands, OperandStack stack, List<Statement> into) {
        List<Operand.Value> parts = values.pop(operands, stack, into);
        List<Expression> inside = parts.stream().map(Operand.Value::expression).toList();
        push(new Expression.Unknown(values.range(parts), reason, inside), type, parts, stack, into);
    }

    private void store(StoreInstruction it, int number, TextRange range, OperandStack stack, List<Statement> into) {
        Operand.Value popped = values.pop(stack, into);
        Target.Variable target = variables.written(it.slot(), number, range);
        Operand.Value value =
                Values.as(collection(popped, it, number, target), variables.descriptor(it.slot(), number + 1));
        // An exception that is caught has its name already.
        if (!(value.expression() instanceof Expression.Name name && name.name().equals(target.name()))) {
            TextRange all = values.range(List.of(value));
            into.add(new Statement.Evaluate(new Expression.Assign(all, target, value.expression())));
        }
    }

    /** What a loop goes over, where its iterator has no name in the source. */
    private Operand.Value collection(Operand.Value value, StoreInstruction it, int number, Target.Variable target) {
        if (value.type().equals("Ljava/util/Iterator;")
                && !variables.isNamed(it.slot(), number + 1)
                && value.expression() instanceof Expression.Call call
                && call.arguments().isEmpty()
                && call.callee() instanceof Expression.Field method
                && method.name().equals("iterator")) {
            variables.iterate(target.name());
            return new Operand.Value(method.of(), "", value.depth());
        }
        return value;
    }

    private void constant(ConstantInstruction it, TextRange range, OperandStack stack) {
        ConstantDesc constant = it.constantValue();
        Expression expression;
        if (it.opcode() == Opcode.ACONST_NULL) {
            expression = new Expression.Null(range);
        } else if (constant instanceof String text) {
            places.constant(text);
            expression = new Expression.Text(range, text);
        } else if (constant instanceof Number number) {
            expression = new Expression.Number(range, number.toString());
        } else if (constant instanceof ClassDesc desc) {
            String descriptor = desc.descriptorString();
            Expression name = desc.isClassOrInterface()
                    ? names.expression(descriptor.substring(1, descriptor.length() - 1), range)
                    : new Expression.Name(range, names.descriptor(descriptor).toString());
            expression = new Expression.Field(range, name, "class");
        } else {
            expression = new Expression.Unknown(range, "constant", List.of());
        }
        stack.push(new Operand.Value(expression, it.typeKind().upperBound().descriptorString(), 2));
    }

    private void increment(IncrementInstruction it, int number, TextRange range, List<Statement> into) {
        Expression sum = new Expression.Binary(
                range,
                Operator.ADD,
                variables.read(it.slot(), number, range),
                new Expression.Number(range, String.valueOf(it.constant())));
        Target target = variables.written(it.slot(), number, range);
        into.add(new Statement.Evaluate(new Expression.Assign(range, target, sum)));
    }

    private void field(FieldInstruction it, TextRange range, OperandStack stack, List<Statement> into) {
        String owner = it.owner().asInternalName();
        String name = it.name().stringValue();
        String descriptor = it.type().stringValue();
        boolean isStatic = it.opcode() == Opcode.GETSTATIC || it.opcode() == Opcode.PUTSTATIC;
        boolean put = it.opcode() == Opcode.PUTFIELD || it.opcode() == Opcode.PUTSTATIC;
        Operand.Value value = put ? Values.as(values.pop(stack, into), descriptor) : null;
        Operand.Value object =
                isStatic ? new Operand.Value(names.expression(owner, range), "", 1) : values.pop(stack, into);
        TextRange all = value == null ? values.range(List.of(object)) : values.range(List.of(object, value));
        Expression.Field field = new Expression.Field(all, object.expression(), name);
        if (value != null) {
            Target target = isStatic ? type.assigned(owner, name, field) : new Target.Member(field);
            into.add(new Statement.Evaluate(new Expression.Assign(all, target, value.expression())));
        } else if (name.startsWith("this$") && object.expression() instanceof Expression.This) {
            // The object of a class around: all that is known of it is its class.
            Expression around = new Expression.Unknown(all, "object of a class around", List.of());
            stack.push(
                    new Operand.Value(new Expression.Cast(all, around, names.descriptor(descriptor)), descriptor, 2));
        } else {
            push(field, descriptor, List.of(object), stack, into);
        }
    }

    private void array(String descriptor, OperandStack stack, List<Statement> into) {
        Operand.Value length = values.pop(stack, into);
        if (length.expression() instanceof Expression.Number) {
            stack.push(new Operand.Filling(descriptor, length.expression()));
        } else {
            Expression array =
                    new Expression.Unknown(values.range(List.of(length)), "array", List.of(length.expression()));
            push(array, descriptor, List.of(length), stack, into);
        }
    }

    private void arrayStore(OperandStack stack, List<Statement> into) {
        Operand.Value value = values.pop(stack, into);
        Operand.Value key = values.pop(stack, into);
        Operand array = stack.pop();
        if (array instanceof Operand.Filling filling && stack.holds(filling)) {
            filling.add(Values.as(value, filling.type().substring(1)));
            return;
        }
        Operand.Value of = values.value(array);
        TextRange all = values.range(List.of(of, key, value));
        Expression.Index index = new Expression.Index(all, of.expression(), key.expression());
        into.add(new Statement.Evaluate(new Expression.Assign(all, new Target.Item(index), value.expression())));
    }

    private void operate(OperatorInstruction it, OperandStack stack, List<Statement> into) {
        String name = it.opcode().name();
        String word = name.substring(1);
        String result = it.typeKind().upperBound().descriptorString();
        if (name.contains("CMP")) {
            Operand.Value right = values.pop(stack, into);
            stack.push(new Operand.Comparison(values.pop(stack, into), right));
            return;
        }
        if (it.opcode() == Opcode.ARRAYLENGTH) {
            Operand.Value array = values.pop(stack, into);
            TextRange range = values.range(List.of(array));
            push(new Expression.Field(range, array.expression(), "length"), "I", List.of(array), stack, into);
            return;
        }
        if (word.equals("NEG")) {
            Operand.Value operand = values.pop(stack, into);
            TextRange range = values.range(List.of(operand));
            Expression minus = new Expression.Unary(range, Operator.SUBTRACT, operand.expression());
            push(minus, result, List.of(operand), stack, into);
            return;
        }
        List<Operand.Value> parts = values.pop(2, stack, into);
        Operator operator = OPERATORS.getOrDefault(word, Operator.OTHER);
        Expression both = new Expression.Binary(
                values.range(parts),
                operator,
                parts.get(0).expression(),
                parts.get(1).expression());
        push(both, result, parts, stack, into);
    }

    private void check(TypeCheckInstruction it, TextRange range, OperandStack stack, List<Statement> into) {
        Operand.Value value = values.pop(stack, into);
        TextRange all = values.range(List.of(value));
        String internal = it.type().asInternalName();
        if (it.opcode() == Opcode.INSTANCEOF) {
            Expression of = names.expression(internal, range);
            Expression question = new Expression.Binary(all, Operator.INSTANCE_OF, value.expression(), of);
            push(question, "Z", List.of(value), stack, into);
        } else {
            TypeName name = names.name(internal);
            String descriptor = it.type().asSymbol().descriptorString();
            push(new Expression.Cast(all, value.expression(), name), descriptor, List.of(value), stack, into);
        }
    }
}
