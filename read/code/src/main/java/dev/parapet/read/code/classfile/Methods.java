package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.MethodParameterInfo;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of a class: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.6. */
final class Methods {
    private static final String CONSTRUCTOR = "<init>";

    private final ClassLowering type;
    private final TypeNames names;
    private final Places places;

    Methods(ClassLowering type) {
        this.type = type;
        this.names = type.names();
        this.places = type.places();
    }

    /** What a method without parameters does. */
    List<Statement> statements(MethodModel method) {
        MethodCode code = code(method);
        return body(code, new Variables(code, names, false, ""), "V");
    }

    private static MethodCode code(MethodModel method) {
        CodeAttribute code = method.findAttribute(Attributes.code()).orElseThrow();
        return new MethodCode(code);
    }

    private List<Statement> body(MethodCode code, Variables variables, String returns) {
        int start = places.next();
        if (code.size() == 0) {
            return List.of();
        }
        try {
            Blocks blocks = new Blocks(BlockBuilder.build(code), code);
            StackMachine machine = new StackMachine(code, variables, type, returns);
            List<Statement> statements = new Structure(blocks, machine, places).of(blocks.first());
            if (!statements.isEmpty() && statements.getLast() instanceof Statement.Return end && end.value() == null) {
                statements.removeLast();
            }
            return statements;
        } catch (TangledException e) {
            return List.of(new Statement.Unreadable(places.since(start), "method that is too tangled"));
        }
    }

    /**
     * A method as a member of its class.
     *
     * @param below whether its class is below others, whose methods it may replace: the annotation that says so is not in class files
     */
    FunctionDeclaration declared(MethodModel method, boolean below) {
        int start = places.next();
        boolean isStatic = method.flags().has(AccessFlag.STATIC);
        boolean constructor = method.methodName().equalsString(CONSTRUCTOR);
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (isStatic) {
            modifiers.add(Modifier.STATIC);
        }
        if (constructor) {
            modifiers.add(Modifier.CONSTRUCTOR);
        }
        MethodCode code = code(method);
        Variables variables = new Variables(code, names, !isStatic, "");
        TextRange head = Places.at(start);
        List<Parameter> parameters = parameters(method, variables, isStatic ? 0 : 1, 0, head);
        String returns = method.methodTypeSymbol().returnType().descriptorString();
        List<Expression> annotations = new ArrayList<>(new Annotations(names).of(method, head));
        if (below && !isStatic && !constructor && method.flags().has(AccessFlag.PUBLIC)) {
            annotations.add(new Expression.Name(head, "Override"));
        }
        List<Statement> body = body(code, variables, returns);
        return new FunctionDeclaration(
                places.since(start),
                head,
                method.methodName().stringValue(),
                null,
                modifiers,
                parameters,
                constructor ? null : returns(method, returns),
                annotations,
                body);
    }

    /**
     * A lambda.
     *
     * @param given what its method is given of the function around, before what it is called with
     * @param suffix see {@link Variables}
     */
    FunctionDeclaration lambda(MethodModel method, List<Operand.Value> given, String suffix) {
        int start = places.next();
        boolean isStatic = method.flags().has(AccessFlag.STATIC);
        MethodCode code = code(method);
        Variables variables = new Variables(code, names, !isStatic, suffix);
        List<ClassDesc> types = method.methodTypeSymbol().parameterList();
        List<Operand.Value> captured = isStatic || given.isEmpty() ? given : given.subList(1, given.size());
        int slot = isStatic ? 0 : 1;
        for (int i = 0; i < captured.size() && i < types.size(); i++) {
            variables.capture(slot, captured.get(i).expression());
            slot += size(types.get(i));
        }
        TextRange head = Places.at(start);
        List<Parameter> parameters = parameters(method, variables, slot, captured.size(), head);
        String returns = method.methodTypeSymbol().returnType().descriptorString();
        List<Statement> body = body(code, variables, returns);
        return new FunctionDeclaration(
                places.since(start), head, null, null, Set.of(), parameters, null, List.of(), body);
    }

    private static int size(ClassDesc type) {
        return type.descriptorString().equals("J") || type.descriptorString().equals("D") ? 2 : 1;
    }

    private List<Parameter> parameters(
            MethodModel method, Variables variables, int firstSlot, int skipped, TextRange head) {
        List<ClassDesc> types = method.methodTypeSymbol().parameterList();
        List<TypeName> generic = generic(method);
        List<MethodParameterInfo> kept = method.findAttribute(Attributes.methodParameters())
                .map(it -> it.parameters())
                .orElse(List.of());
        List<List<Expression>> annotations = new Annotations(names).ofParameters(method, head);
        List<Parameter> parameters = new ArrayList<>();
        int slot = firstSlot;
        for (int i = skipped; i < types.size(); i++) {
            String descriptor = types.get(i).descriptorString();
            TypeName stated = generic.size() == types.size() ? generic.get(i) : names.descriptor(descriptor);
            String name = i < kept.size()
                    ? kept.get(i).name().map(it -> it.stringValue()).orElse(null)
                    : null;
            int annotated = i - (types.size() - annotations.size());
            parameters.add(new Parameter(
                    variables.parameter(slot, name, descriptor, stated, head),
                    annotated >= 0 && !annotations.isEmpty() ? annotations.get(annotated) : List.of()));
            slot += size(types.get(i));
        }
        return parameters;
    }

    private static Optional<MethodSignature> signature(MethodModel method) {
        return method.findAttribute(Attributes.signature())
                .map(it -> it.signature().stringValue())
                .filter(TypeNames::isReadable)
                .map(MethodSignature::parseFrom);
    }

    private List<TypeName> generic(MethodModel method) {
        List<TypeName> types = new ArrayList<>();
        signature(method).ifPresent(it -> it.arguments().forEach(one -> types.add(names.signature(one))));
        return types;
    }

    private @Nullable TypeName returns(MethodModel method, String descriptor) {
        return signature(method).map(it -> names.signature(it.result())).orElseGet(() -> names.descriptor(descriptor));
    }
}
