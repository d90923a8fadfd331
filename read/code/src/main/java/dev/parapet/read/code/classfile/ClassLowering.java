package dev.parapet.read.code.classfile;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Signature;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One class: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.1. */
final class ClassLowering {
    private static final String LOADED = "<clinit>";

    /** Classes that tell nothing of those below them. */
    private static final Set<String> OF_EVERYTHING = Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum");

    /** Lambdas are told inside one another this deep; deeper ones are methods. */
    private static final int MAXIMUM_LAMBDAS = 2;

    private final ClassModel model;
    private final String name;
    private final TypeNames names;
    private final Places places;
    private final Predicate<String> own;
    private final Methods methods;
    /** The methods that the compiler made of lambdas, and that are not told yet. */
    private final Map<String, MethodModel> lambdas = new HashMap<>();

    private final Set<String> told = new HashSet<>();
    private int inside;
    private boolean loading;

    /**
     * A class of a file.
     *
     * @param own whether a class of an internal name is of the project
     */
    ClassLowering(ClassModel model, TypeNames names, Places places, Predicate<String> own) {
        this.model = model;
        this.name = model.thisClass().asInternalName();
        this.names = names;
        this.places = places;
        this.own = own;
        this.methods = new Methods(this);
    }

    /** Its internal name. */
    String name() {
        return name;
    }

    TypeNames names() {
        return names;
    }

    Places places() {
        return places;
    }

    /** Whether a class is of the project. */
    boolean isOwn(String internal) {
        return own.test(internal);
    }

    /** Whether every class, record or enumeration is below a class. */
    boolean isOfEverything(String internal) {
        return OF_EVERYTHING.contains(internal);
    }

    /**
     * What the source says.
     *
     * @param simple its name in the class or file around
     * @param inner the classes inside it
     */
    ClassDeclaration lower(String simple, List<ClassDeclaration> inner) {
        int start = places.next();
        TextRange head = Places.at(start);
        List<Statement> body = new ArrayList<>();
        for (FieldModel field : model.fields()) {
            field(field, head, body);
        }
        for (MethodModel method : model.methods()) {
            if (method.flags().has(AccessFlag.SYNTHETIC)
                    && method.methodName().stringValue().startsWith("lambda$")) {
                lambdas.put(key(method), method);
            }
        }
        for (MethodModel method : model.methods()) {
            if (!lambdas.containsKey(key(method))) {
                method(method, body);
            }
        }
        for (MethodModel method : model.methods()) {
            if (lambdas.containsKey(key(method)) && !told.contains(key(method))) {
                method(method, body);
            }
        }
        body.addAll(inner);
        List<TypeName> supers = supers();
        List<Expression> annotations = new Annotations(names).of(model, head);
        return new ClassDeclaration(places.since(start), head, simple, supers, annotations, body);
    }

    private static String key(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    private void method(MethodModel method, List<Statement> body) {
        // A bridge only calls the method that the source has under its name.
        if (method.findAttribute(Attributes.code()).isEmpty() || method.flags().has(AccessFlag.BRIDGE)) {
            return;
        }
        if (method.methodName().equalsString(LOADED)) {
            loading = true;
            body.addAll(methods.statements(method));
            loading = false;
        } else {
            body.add(methods.declared(method, !supers().isEmpty()));
        }
    }

    private List<TypeName> supers() {
        List<TypeName> supers = new ArrayList<>();
        Optional<String> signature = model.findAttribute(Attributes.signature())
                .map(it -> it.signature().stringValue())
                .filter(TypeNames::isReadable);
        if (signature.isPresent()) {
            ClassSignature types = ClassSignature.parseFrom(signature.get());
            List<Signature> all = new ArrayList<>(List.of(types.superclassSignature()));
            all.addAll(types.superinterfaceSignatures());
            all.forEach(it -> supers.add(names.signature(it)));
            if (isOfEverything(model.superclass().map(it -> it.asInternalName()).orElse(""))) {
                supers.removeFirst();
            }
            return supers;
        }
        model.superclass()
                .map(it -> it.asInternalName())
                .filter(it -> !isOfEverything(it))
                .ifPresent(it -> supers.add(names.name(it)));
        model.interfaces().forEach(it -> supers.add(names.name(it.asInternalName())));
        return supers;
    }

    private void field(FieldModel field, TextRange head, List<Statement> into) {
        String signature = field.findAttribute(Attributes.signature())
                .map(it -> it.signature().stringValue())
                .filter(TypeNames::isReadable)
                .orElse("");
        String descriptor = field.fieldType().stringValue();
        TypeName type =
                signature.isEmpty() ? names.descriptor(descriptor) : names.signature(Signature.parseFrom(signature));
        Target.Variable variable = new Target.Variable(head, field.fieldName().stringValue(), true, type);
        for (Expression annotation : new Annotations(names).of(field, head)) {
            if (annotation instanceof Expression.Call) {
                into.add(new Statement.Evaluate(annotation));
            }
        }
        Optional<Expression> constant = field.findAttribute(Attributes.constantValue())
                .map(it -> constant(it.constant().constantValue(), descriptor, head));
        into.add(
                constant.isEmpty()
                        ? new Statement.Declare(variable)
                        : new Statement.Evaluate(new Expression.Assign(head, variable, constant.get())));
    }

    private Expression constant(Object value, String descriptor, TextRange range) {
        if (value instanceof String text) {
            places.constant(text);
            return new Expression.Text(range, text);
        }
        Expression number = new Expression.Number(range, String.valueOf(value));
        return Values.as(new Operand.Value(number, descriptor, 1), descriptor).expression();
    }

    /** What an assignment to a static field assigns to; while the class is loaded, this is what its own fields begin with. */
    Target assigned(String owner, String field, Expression.Field whole) {
        return loading && owner.equals(name)
                ? new Target.Variable(whole.range(), field, true, null)
                : new Target.Member(whole);
    }

    /**
     * A lambda, told where it is made; null for a method that is none, or is told elsewhere.
     *
     * @param given what it has of the function around
     */
    @Nullable
    FunctionDeclaration lambda(String method, String descriptor, List<Operand.Value> given) {
        MethodModel found = lambdas.get(method + descriptor);
        if (found == null
                || inside >= MAXIMUM_LAMBDAS
                || found.findAttribute(Attributes.code()).isEmpty()
                || !told.add(method + descriptor)) {
            return null;
        }
        inside++;
        boolean before = loading;
        loading = false;
        try {
            return methods.lambda(found, given, "@" + told.size());
        } finally {
            inside--;
            loading = before;
        }
    }
}
