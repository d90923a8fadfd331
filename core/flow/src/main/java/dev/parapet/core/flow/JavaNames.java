package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean in Java: https://docs.oracle.com/javase/specs/jls/se25/html/jls-6.html#jls-6.4.1. Classes are found by the folders
 * of their packages, from that of the file that names them, the function's roots, and all other files of the project.
 */
final class JavaNames {
    /** Names of java.util and java.io that others seldom have; of several packages that are imported whole, these are meant. */
    private static final Map<String, Set<String>> STANDARD = Map.of(
            "java.util",
            Set.of(
                    "List",
                    "Map",
                    "Set",
                    "Collection",
                    "Collections",
                    "ArrayList",
                    "HashMap",
                    "HashSet",
                    "LinkedHashMap",
                    "LinkedList",
                    "TreeMap",
                    "Optional",
                    "Objects",
                    "UUID",
                    "Arrays",
                    "Date",
                    "Iterator",
                    "Random",
                    "Scanner",
                    "Locale",
                    "Base64",
                    "Properties",
                    "StringJoiner",
                    "Calendar",
                    "TimeZone"),
            "java.io",
            Set.of(
                    "File",
                    "IOException",
                    "InputStream",
                    "OutputStream",
                    "InputStreamReader",
                    "OutputStreamWriter",
                    "BufferedReader",
                    "BufferedWriter",
                    "ByteArrayInputStream",
                    "ByteArrayOutputStream",
                    "Serializable",
                    "PrintWriter",
                    "Reader",
                    "Writer",
                    "StringWriter",
                    "FileInputStream",
                    "FileOutputStream"));

    /** Names of java.lang, which every file has: https://docs.oracle.com/javase/specs/jls/se25/html/jls-7.html#jls-7.3. */
    private static final Set<String> LANGUAGE = Set.of(
            "System",
            "String",
            "Object",
            "Integer",
            "Long",
            "Boolean",
            "Double",
            "Float",
            "Short",
            "Byte",
            "Character",
            "Void",
            "Number",
            "Math",
            "Thread",
            "Runnable",
            "Runtime",
            "Process",
            "ProcessBuilder",
            "Class",
            "ClassLoader",
            "Iterable",
            "Comparable",
            "CharSequence",
            "StringBuilder",
            "StringBuffer",
            "Override",
            "Deprecated",
            "SuppressWarnings",
            "FunctionalInterface",
            "Exception",
            "RuntimeException",
            "Error",
            "Throwable",
            "AutoCloseable",
            "Record",
            "Enum",
            "IllegalArgumentException",
            "IllegalStateException",
            "NullPointerException",
            "UnsupportedOperationException",
            "InterruptedException",
            "NumberFormatException",
            "IndexOutOfBoundsException",
            "ThreadLocal",
            "StackTraceElement");

    private record Asked(String root, String name) {}

    private final Evaluator evaluator;
    private final Set<FunctionDeclaration> asked = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable List<ProjectValue.FunctionValue> beans;
    private final Map<Asked, Optional<ProjectValue.ClassValue>> types = new HashMap<>();

    JavaNames(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether a file is written in a language whose classes are looked for like this. */
    static boolean applies(Scope scope) {
        return scope.file().language() == Language.JAVA;
    }

    /** What an import of a class of a package, or of a static member of a class, gives. */
    FlowValue imported(String module, String symbol, CodeFile from) {
        ProjectValue.ClassValue type = type(module + "." + symbol, from);
        if (type != null) {
            return type;
        }
        ProjectValue.ClassValue around = type(module, from);
        return around != null
                ? evaluator.fields().field(around, symbol)
                : new FlowValue.Member(new FlowValue.Library(module), symbol);
    }

    /** The class of the project that has a name with its package; null where there is none. */
    ProjectValue.@Nullable ClassValue type(String name, CodeFile from) {
        Asked question = new Asked(sourceRoot(from), name);
        Optional<ProjectValue.ClassValue> known = types.get(question);
        if (known == null) {
            known = Optional.ofNullable(find(name, question.root()));
            types.put(question, known);
        }
        return known.orElse(null);
    }

    private ProjectValue.@Nullable ClassValue find(String name, String root) {
        String[] parts = name.split("\\.", -1);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            path.append(i == 0 ? "" : "/").append(parts[i]);
            CodeFile file = evaluator.index().javaFile(path.toString(), root);
            if (file != null) {
                Scope scope = evaluator.index().scopes(file).root();
                ProjectValue.ClassValue type = inner(scope, parts[i]);
                for (int j = i + 1; type != null && j < parts.length; j++) {
                    type = inner(type.scope(), parts[j]);
                }
                return type;
            }
        }
        return null;
    }

    private static ProjectValue.@Nullable ClassValue inner(Scope scope, String name) {
        for (Binding binding : scope.bindings(name)) {
            if (binding instanceof Binding.OfClass it) {
                return new ProjectValue.ClassValue(it.type(), it.scope());
            }
        }
        return null;
    }

    /** The folder that a file's package begins in. */
    private static String sourceRoot(CodeFile file) {
        String folder = Modules.folder(file.path());
        String inside = file.namespace() == null ? "" : file.namespace().replace('.', '/');
        if (folder.equals(inside) || inside.isEmpty()) {
            return inside.isEmpty() ? folder : "";
        }
        return folder.endsWith("/" + inside) ? folder.substring(0, folder.length() - inside.length() - 1) : folder;
    }

    /** What a name stands for that neither the function nor its file declares. */
    FlowValue undeclared(String name, Context context) {
        Scope scope = context.scope();
        boolean capital = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
        if (LANGUAGE.contains(name)) {
            return new FlowValue.Global(name);
        }
        @Nullable FlowValue foreign = null;
        for (Scope around = scope.classAround();
                around != null;
                around = around.parent() == null ? null : around.parent().classAround()) {
            if (around.type() == null) {
                break;
            }
            ProjectValue.ClassValue type = new ProjectValue.ClassValue(around.type(), around);
            FlowValue object = around == scope.classAround()
                    ? evaluator.names().receiver(context)
                    : new ProjectValue.ObjectValue(type, null);
            FlowValue found = evaluator.fields().field(object, name);
            if (!(found instanceof FlowValue.Member member)) {
                return found;
            }
            foreign = foreign == null && !(member.of() instanceof ProjectValue) ? found : foreign;
        }
        FlowValue ofPackage = capital ? ofPackage(name, scope.file()) : null;
        if (ofPackage != null) {
            return ofPackage;
        }
        FlowValue wildcard = wildcard(name, scope, capital);
        if (wildcard != null) {
            return wildcard;
        }
        return foreign == null || capital ? new FlowValue.Global(name) : foreign;
    }

    /** A class of the same package, also where it stands in the file of another. */
    private @Nullable FlowValue ofPackage(String name, CodeFile file) {
        String qualified = file.namespace() == null ? name : file.namespace() + "." + name;
        ProjectValue.ClassValue type = type(qualified, file);
        if (type != null) {
            return type;
        }
        for (CodeFile sibling : evaluator.index().siblings(file)) {
            ProjectValue.ClassValue found =
                    inner(evaluator.index().scopes(sibling).root(), name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable FlowValue wildcard(String name, Scope scope, boolean capital) {
        List<FlowValue> libraries = new ArrayList<>();
        for (String module : scope.scopes().root().wildcards()) {
            ProjectValue.ClassValue type = type(module + "." + name, scope.file());
            if (type != null) {
                return type;
            }
            ProjectValue.ClassValue around = type(module, scope.file());
            if (around != null) {
                FlowValue member = evaluator.fields().field(around, name);
                if (!(member instanceof FlowValue.Member)) {
                    return member;
                }
                continue;
            }
            if (evaluator.index().isJavaPackage(module)) {
                continue;
            }
            FlowValue candidate = new FlowValue.Member(new FlowValue.Library(module), name);
            Set<String> standard = STANDARD.get(module);
            // Of a class's static members, those that are not of the project are called by their own names.
            boolean ofClass = Character.isUpperCase(module.charAt(module.lastIndexOf('.') + 1));
            if (standard != null && standard.contains(name)) {
                return candidate;
            }
            if (capital != ofClass && standard == null) {
                libraries.add(candidate);
            }
        }
        return libraries.isEmpty() ? null : Values.either(libraries);
    }

    /**
     * What a framework injects as something of a library: what methods of the project make for that; null where there are none.
     *
     * @param type the class
     * @param file where it is asked for
     */
    @Nullable
    FlowValue bean(FlowValue.Member type, CodeFile file) {
        if (!JavaHandlers.isOfFramework(file) && beans == null) {
            return null;
        }
        List<FlowValue> made = new ArrayList<>();
        for (ProjectValue.FunctionValue method : beans()) {
            TypeName returns = method.function().returns();
            if (returns != null
                    && returns.name()
                            .substring(returns.name().lastIndexOf('.') + 1)
                            .equals(type.name())
                    && asked.add(method.function())) {
                try {
                    made.add(evaluator.calls().follow(method, List.of()));
                } finally {
                    asked.remove(method.function());
                }
            }
        }
        return made.isEmpty() ? null : Values.either(made);
    }

    private List<ProjectValue.FunctionValue> beans() {
        if (beans == null) {
            beans = new JavaHandlers(evaluator).beans();
        }
        return beans;
    }

    /**
     * A value as something of a declared type. What a library gives as an object of a class of the project has its methods, and its
     * fields are parts of what it was made of; what it gives as something of another library is an object of that.
     */
    FlowValue as(FlowValue value, TypeName type, Scope scope) {
        if (value instanceof FlowValue.Either) {
            return Values.each(value, it -> as(it, type, scope));
        }
        String origin = origin(value);
        if (origin == null) {
            return value;
        }
        return switch (evaluator.names().type(type, scope)) {
            case ProjectValue.ClassValue it -> new ProjectValue.ObjectValue(it, null, value);
            case FlowValue.Member it
            when !(value instanceof FlowValue.Event) && !isSame(origin, it.text()) ->
                new FlowValue.Instance(it, List.of(new FlowArgument(null, value)), null);
            default -> value;
        };
    }

    /** The library that a value comes from; empty where it comes from the event or the project; null where it tells what it is. */
    private static @Nullable String origin(FlowValue value) {
        return switch (value) {
            case FlowValue.Event ignored -> "";
            case FlowValue.Result it -> root(it);
            case FlowValue.Member it -> root(it);
            case FlowValue.Item it -> root(it);
            default -> null;
        };
    }

    private static String root(FlowValue value) {
        FlowValue of = value;
        while (true) {
            switch (of) {
                case FlowValue.Result it -> of = it.of();
                case FlowValue.Member it -> of = it.of();
                case FlowValue.Item it -> of = it.of();
                case FlowValue.Instance it -> of = it.type();
                case FlowValue.Library it -> {
                    return it.name();
                }
                case FlowValue.Global it -> {
                    return value instanceof FlowValue.Member ? value.text() : it.name();
                }
                default -> {
                    return "";
                }
            }
        }
    }

    /** Whether two names are of libraries of the same makers, or the type is one of Java's own, which tells little. */
    private static boolean isSame(String origin, String type) {
        return type.startsWith("java") || maker(type).equals(maker(origin));
    }

    private static String maker(String name) {
        int dot = name.indexOf('.');
        int second = dot < 0 ? -1 : name.indexOf('.', dot + 1);
        return second < 0 ? name : name.substring(0, second);
    }
}
