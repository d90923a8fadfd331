package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls of methods, constructors, and of what is made when a call is first reached: texts that are put together, and lambdas. */
final class Calls {
    /** https://docs.oracle.com/javase/specs/jls/se25/html/jls-5.html#jls-5.1.7: what compilers call for it is not in the source. */
    private static final Set<String> BOXES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Short",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double");

    /** Methods that take an array as such, not any number of arguments. */
    private static final Set<String> TAKES_ARRAY = Set.of("java/lang/Runtime.exec", "java/util/List.toArray");

    private final ClassLowering type;
    private final TypeNames names;
    private final Places places;
    private final Values values;
    private final Variables variables;

    Calls(ClassLowering type, Variables variables, Values values) {
        this.type = type;
        this.variables = variables;
        this.names = type.names();
        this.places = type.places();
        this.values = values;
    }

    void invoke(InvokeInstruction it, TextRange range, OperandStack stack, List<Statement> into) {
        MethodTypeDesc signature = it.typeSymbol();
        String owner = it.owner().asInternalName();
        String name = it.name().stringValue();
        String returns = signature.returnType().descriptorString();
        List<Operand.Value> arguments = arguments(signature, owner + "." + name, stack, into);
        if (it.opcode() == Opcode.INVOKESTATIC) {
            if (BOXES.contains(owner)
                    && name.equals("valueOf")
                    && signature.parameterType(0).isPrimitive()) {
                Operand.Value value = arguments.getFirst();
                stack.push(new Operand.Value(value.expression(), returns, value.depth()));
                return;
            }
            TextRange all = values.range(arguments);
            Expression callee = new Expression.Field(range, names.expression(owner, range), name);
            finish(new Expression.Call(all, callee, list(arguments)), returns, arguments, stack, into);
            return;
        }
        if (name.equals("<init>")) {
            construct(owner, arguments, stack, into);
            return;
        }
        Operand.Value object = values.pop(stack, into);
        if (BOXES.contains(owner) && name.endsWith("Value") && signature.parameterCount() == 0) {
            stack.push(new Operand.Value(object.expression(), returns, object.depth()));
            return;
        }
        if (owner.equals("java/util/Iterator")
                && name.equals("next")
                && object.expression() instanceof Expression.Name iterator
                && variables.isIterator(iterator.name())) {
            TextRange all = values.range(List.of(object));
            finish(new Expression.Element(all, iterator), returns, List.of(object), stack, into);
            return;
        }
        boolean above = it.opcode() == Opcode.INVOKESPECIAL
                && object.expression() instanceof Expression.This
                && !owner.equals(type.name());
        Expression of = above ? new Expression.Super(object.expression().range()) : object.expression();
        List<Operand.Value> parts = new ArrayList<>(arguments);
        parts.add(object);
        TextRange all = values.range(parts);
        Expression callee = new Expression.Field(all, of, name);
        finish(new Expression.Call(all, callee, list(arguments)), returns, parts, stack, into);
    }

    private void finish(
            Expression call, String returns, List<Operand.Value> parts, OperandStack stack, List<Statement> into) {
        if (returns.equals("V")) {
            into.add(new Statement.Evaluate(call));
        } else {
            values.push(Values.of(call, returns, parts), stack, into);
        }
    }

    /** What a method is given. An array that is written out in the place of the last is any number of arguments. */
    private List<Operand.Value> arguments(
            MethodTypeDesc signature, String method, OperandStack stack, List<Statement> into) {
        List<Operand.Value> arguments = new ArrayList<>();
        int last = signature.parameterCount() - 1;
        for (int i = last; i >= 0; i--) {
            boolean several = i == last
                    && !stack.isEmpty()
                    && stack.operands().getLast() instanceof Operand.Filling filling
                    && filling.type().length() > 2
                    && stack.count(filling) == 1
                    && !TAKES_ARRAY.contains(method)
                    && !type.isOwn(method.substring(0, method.lastIndexOf('.')));
            if (several && stack.pop() instanceof Operand.Filling filling) {
                filling.items().forEach(item -> arguments.add(new Operand.Value(item, "", filling.depth())));
            } else {
                Operand.Value value = values.pop(stack, into);
                arguments.addFirst(Values.as(value, signature.parameterType(i).descriptorString()));
            }
        }
        return arguments;
    }

    private static List<Argument> list(List<Operand.Value> values) {
        List<Argument> arguments = new ArrayList<>();
        values.forEach(it -> arguments.add(new Argument(null, it.expression())));
        return arguments;
    }

    private void construct(String owner, List<Operand.Value> arguments, OperandStack stack, List<Statement> into) {
        Operand object = stack.pop();
        if (object instanceof Operand.Unmade unmade) {
            TextRange all = places.since(unmade.start());
            TextRange named = new TextRange(unmade.start(), unmade.start() + 1);
            Expression made = new Expression.New(all, names.expression(owner, named), list(arguments), null);
            Operand.Value value = Values.of(made, "L" + owner + ";", arguments);
            long uses = stack.count(unmade);
            if (uses == 0) {
                into.add(new Statement.Evaluate(made));
            } else {
                stack.replace(
                        unmade, uses > 1 || value.depth() > Values.MAXIMUM_DEPTH ? values.kept(value, into) : value);
            }
            return;
        }
        Operand.Value self = values.value(object);
        boolean above = !owner.equals(type.name());
        if (above && type.isOfEverything(owner)) {
            return;
        }
        TextRange all = values.range(arguments);
        TextRange at = self.expression().range();
        Expression callee = above ? new Expression.Super(at) : self.expression();
        into.add(new Statement.Evaluate(new Expression.Call(all, callee, list(arguments))));
    }

    /** A call whose method is made when it is first reached. */
    void dynamic(InvokeDynamicInstruction it, OperandStack stack, List<Statement> into) {
        MethodTypeDesc signature = it.typeSymbol();
        List<Operand.Value> given = values.pop(signature.parameterCount(), stack, into);
        for (int i = 0; i < given.size(); i++) {
            given.set(i, Values.as(given.get(i), signature.parameterType(i).descriptorString()));
        }
        String maker = it.bootstrapMethod().owner().displayName() + "."
                + it.bootstrapMethod().methodName();
        String returns = signature.returnType().descriptorString();
        TextRange all = values.range(given);
        Expression result = switch (maker) {
            case "StringConcatFactory.makeConcatWithConstants" -> text(it.bootstrapArgs(), given, all);
            case "StringConcatFactory.makeConcat" ->
                Lowering.joined(
                        Operator.ADD,
                        given.stream().map(Operand.Value::expression).toList());
            case "LambdaMetafactory.metafactory", "LambdaMetafactory.altMetafactory" ->
                it.bootstrapArgs().size() > 1 && it.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc method
                        ? function(method, given, all, into)
                        : unknown(given, all);
            default -> unknown(given, all);
        };
        finish(result, returns, given, stack, into);
    }

    private static Expression unknown(List<Operand.Value> given, TextRange range) {
        return new Expression.Unknown(
                range,
                "dynamic call",
                given.stream().map(Operand.Value::expression).toList());
    }

    /** https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/lang/invoke/StringConcatFactory.html. */
    private Expression text(List<ConstantDesc> constants, List<Operand.Value> given, TextRange range) {
        String recipe = !constants.isEmpty() && constants.getFirst() instanceof String it ? it : "";
        List<Expression> parts = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        int argument = 0;
        int constant = 1;
        for (int i = 0; i <= recipe.length(); i++) {
            char c = i == recipe.length() ? '\1' : recipe.charAt(i);
            if (c == '\2' && constant < constants.size()) {
                written.append(constants.get(constant++));
            } else if (c != '\1') {
                written.append(c);
            } else {
                if (!written.isEmpty()) {
                    places.constant(written.toString());
                    parts.add(new Expression.Text(range, written.toString()));
                    written.setLength(0);
                }
                if (i < recipe.length() && argument < given.size()) {
                    parts.add(given.get(argument++).expression());
                }
            }
        }
        return parts.isEmpty() ? new Expression.Text(range, "") : Lowering.joined(Operator.ADD, parts);
    }

    /** A lambda, or a method that is named: {@code A::f}. */
    private Expression function(
            DirectMethodHandleDesc method, List<Operand.Value> given, TextRange range, List<Statement> into) {
        ClassDesc owner = method.owner();
        String descriptor = owner.descriptorString();
        String internal = descriptor.substring(1, Math.max(1, descriptor.length() - 1));
        if (internal.equals(type.name())) {
            List<Operand.Value> named = new ArrayList<>();
            for (Operand.Value it : given) {
                named.add(Values.isPlain(it.expression()) ? it : values.kept(it, into));
            }
            Expression lambda = type.lambda(method.methodName(), method.lookupDescriptor(), named);
            if (lambda != null) {
                return lambda;
            }
        }
        Expression name = names.expression(internal, range);
        return switch (method.kind()) {
            case CONSTRUCTOR -> name;
            case STATIC, INTERFACE_STATIC -> new Expression.Field(range, name, method.methodName());
            default ->
                new Expression.Field(
                        range, given.isEmpty() ? name : given.getFirst().expression(), method.methodName());
        };
    }
}
