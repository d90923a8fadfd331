package dev.parapet.read.code.classfile;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.lang.classfile.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the classes are called that the code of a file names: by its last name, imported, as a source would do it. A class inside another is a
 * member of it.
 */
final class TypeNames {
    /** Type arguments are followed this deep. */
    private static final int MAXIMUM_DEPTH = 8;

    /** Signatures that nest deeper are hostile, and their reader recurses. */
    private static final int MAXIMUM_NESTING = 50;

    private final Predicate<String> own;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Statement> imports = new ArrayList<>();

    /**
     * Names for the file of a class.
     *
     * @param file the internal name of the outermost class of the file
     * @param own whether a class of an internal name is of the project
     */
    TypeNames(String file, Predicate<String> own) {
        this.own = own;
        String name = file.substring(file.lastIndexOf('/') + 1);
        names.put(file, name);
        taken.add(name);
    }

    /** The imports that the names need. */
    List<Statement> imports() {
        return imports;
    }

    /** The outermost class, then the classes inside by their simple names. */
    private List<String> path(String internal) {
        List<String> path = new ArrayList<>();
        int start = 0;
        for (int i = internal.lastIndexOf('/') + 2; i < internal.length() - 1; i++) {
            boolean inner = internal.charAt(i) == '$' && i > start;
            if (inner && (!own.test(internal) || own.test(internal.substring(0, i)))) {
                path.add(internal.substring(start, i));
                start = i + 1;
            }
        }
        path.add(internal.substring(start));
        return path;
    }

    private String outermost(String internal) {
        String known = names.get(internal);
        if (known != null) {
            return known;
        }
        int slash = internal.lastIndexOf('/');
        String simple = internal.substring(slash + 1);
        String name = simple;
        for (int i = 2; !taken.add(name); i++) {
            name = simple + "@" + i;
        }
        names.put(internal, name);
        String module = slash < 0 ? "" : internal.substring(0, slash).replace('/', '.');
        if (slash >= 0 && !module.equals("java.lang")) {
            imports.add(new Statement.Import(Places.at(0), module, simple, name));
        }
        return name;
    }

    /** The name of a class, as an expression. */
    Expression expression(String internal, TextRange range) {
        if (internal.startsWith("[")) {
            return new Expression.Name(range, descriptor(internal, 0).toString());
        }
        List<String> path = path(internal);
        Expression name = new Expression.Name(range, outermost(path.getFirst()));
        for (String inner : path.subList(1, path.size())) {
            name = new Expression.Field(range, name, inner);
        }
        return name;
    }

    /** The name of a class or of a type of arrays, as such a name is written in class files. */
    TypeName name(String internal) {
        if (internal.startsWith("[")) {
            return descriptor(internal, 0);
        }
        List<String> path = path(internal);
        List<String> names = new ArrayList<>(path);
        names.set(0, outermost(path.getFirst()));
        return TypeName.of(String.join(".", names));
    }

    /** The type of a descriptor: https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.3.2. */
    TypeName descriptor(String descriptor) {
        return descriptor(descriptor, 0);
    }

    private TypeName descriptor(String descriptor, int depth) {
        return switch (descriptor.isEmpty() ? ' ' : descriptor.charAt(0)) {
            case 'Z' -> TypeName.of("boolean");
            case 'B' -> TypeName.of("byte");
            case 'C' -> TypeName.of("char");
            case 'S' -> TypeName.of("short");
            case 'I' -> TypeName.of("int");
            case 'J' -> TypeName.of("long");
            case 'F' -> TypeName.of("float");
            case 'D' -> TypeName.of("double");
            case 'V' -> TypeName.of("void");
            case '[' ->
                depth > MAXIMUM_DEPTH
                        ? TypeName.of("?")
                        : new TypeName("[]", List.of(descriptor(descriptor.substring(1), depth + 1)));
            case 'L' -> name(descriptor.substring(1, Math.max(1, descriptor.length() - 1)));
            default -> TypeName.of("?");
        };
    }

    /** Whether a signature can be read without going too deep. */
    static boolean isReadable(String signature) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < signature.length(); i++) {
            char c = signature.charAt(i);
            depth += c == '<' || c == '[' ? 1 : c == '>' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest <= MAXIMUM_NESTING;
    }

    /** The type of a signature, with its arguments. */
    TypeName signature(Signature signature) {
        return signature(signature, 0);
    }

    private TypeName signature(Signature signature, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return TypeName.of("?");
        }
        return switch (signature) {
            case Signature.BaseTypeSig it -> descriptor(String.valueOf(it.baseType()));
            case Signature.TypeVarSig it -> TypeName.of(it.identifier());
            case Signature.ArrayTypeSig it ->
                new TypeName("[]", List.of(signature(it.componentSignature(), depth + 1)));
            case Signature.ClassTypeSig it -> {
                List<TypeName> arguments = new ArrayList<>();
                for (Signature.TypeArg argument : it.typeArgs()) {
                    arguments.add(
                            switch (argument) {
                                case Signature.TypeArg.Bounded bounded -> signature(bounded.boundType(), depth + 1);
                                case Signature.TypeArg.Unbounded ignored -> TypeName.of("?");
                            });
                }
                String outer = it.outerType()
                        .map(around -> signature(around, depth + 1).name())
                        .orElse("");
                String name = outer.isEmpty() ? name(it.className()).name() : outer + "." + it.className();
                yield new TypeName(name, arguments);
            }
        };
    }
}
