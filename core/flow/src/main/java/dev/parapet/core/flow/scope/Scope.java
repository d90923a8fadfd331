package dev.parapet.core.flow.scope;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of a file, class or function stand for. Compared by identity. */
public final class Scope {
    /** The field that stands for the elements that are put into the list that a name stands for. */
    public static final String ELEMENTS = "[]";

    /** Begins the name of a method of Java that is called on what a variable holds: what it is given may be put into that. */
    public static final String CALLED = ".";

    private final FileScopes scopes;
    private final @Nullable Scope parent;
    private final @Nullable FunctionDeclaration function;
    private final @Nullable ClassDeclaration type;
    private final Map<String, List<Binding>> names = new LinkedHashMap<>();
    /** What is assigned to fields of what a name stands for, or, in a class, of its objects. */
    private final Map<String, Map<String, List<Binding.Assigned>>> fields = new LinkedHashMap<>();

    private final List<String> wildcards = new ArrayList<>();

    Scope(
            FileScopes scopes,
            @Nullable Scope parent,
            @Nullable FunctionDeclaration function,
            @Nullable ClassDeclaration type) {
        this.scopes = scopes;
        this.parent = parent;
        this.function = function;
        this.type = type;
    }

    /** All scopes of the file. */
    public FileScopes scopes() {
        return scopes;
    }

    /** The file. */
    public CodeFile file() {
        return scopes.file();
    }

    /** The scope around; null for the file. */
    public @Nullable Scope parent() {
        return parent;
    }

    /** The function whose scope it is. */
    public @Nullable FunctionDeclaration function() {
        return function;
    }

    /** The class whose scope it is. */
    public @Nullable ClassDeclaration type() {
        return type;
    }

    /** The nearest scope of a class around, or this. */
    public @Nullable Scope classAround() {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.type != null) {
                return scope;
            }
        }
        return null;
    }

    /** The nearest function around, or this, that is declared outside of the type whose method it is; null where there is none. */
    public @Nullable FunctionDeclaration methodAround() {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope.function != null && scope.function.owner() != null) {
                return scope.function;
            }
        }
        return null;
    }

    /** The scope that a name used here belongs to; null where nothing declares it. */
    public @Nullable Scope lookup(String name) {
        boolean inClass = true;
        boolean members = file().language() == Language.JAVA || file().language() == Language.CSHARP;
        for (Scope scope = this; scope != null; scope = scope.parent) {
            // What is in a class is seen from its body, and from its methods only in some languages.
            if (scope.names.containsKey(name) && (scope.type == null || inClass || members)) {
                return scope;
            }
            inClass &= scope.type == null && scope.function == null;
        }
        return null;
    }

    /** Why a name of this scope stands for something; empty where it is no name of this scope. */
    public List<Binding> bindings(String name) {
        return names.getOrDefault(name, List.of());
    }

    /** All names of this scope. */
    public Map<String, List<Binding>> names() {
        return names;
    }

    /** What is assigned to the fields of what a name of this scope stands for; of a class, by {@code this}, of its objects. */
    public Map<String, List<Binding.Assigned>> fields(String name) {
        return fields.getOrDefault(name, Map.of());
    }

    /** The modules all of whose members have their names here. */
    public List<String> wildcards() {
        return wildcards;
    }

    void bind(String name, Binding binding) {
        names.computeIfAbsent(name, ignored -> new ArrayList<>()).add(binding);
    }

    void bindField(String name, String field, Binding.Assigned assigned) {
        fields.computeIfAbsent(name, ignored -> new LinkedHashMap<>())
                .computeIfAbsent(field, ignored -> new ArrayList<>())
                .add(assigned);
    }
}
