package dev.parapet.core.flow.scope;

import static java.util.Objects.requireNonNull;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes of a file, and what others can import from it. */
public final class FileScopes {
    private final CodeFile file;
    private final Scope root = new Scope(this, null, null, null);
    private final IdentityHashMap<FunctionDeclaration, Scope> functions = new IdentityHashMap<>();
    private final IdentityHashMap<ClassDeclaration, Scope> classes = new IdentityHashMap<>();
    /** Methods that are declared outside of their types, and what they assign to fields, by the names of the types. */
    private final Map<String, Scope> methods = new LinkedHashMap<>();

    private final Map<String, List<Binding.Assigned>> exports = new LinkedHashMap<>();
    private final List<Binding.Assigned> moduleExports = new ArrayList<>();
    private final List<Statement.Reexport> reexports = new ArrayList<>();

    private FileScopes(CodeFile file) {
        this.file = file;
    }

    /** The scopes of a file. */
    public static FileScopes of(CodeFile file) {
        FileScopes scopes = new FileScopes(file);
        new ScopeBuilder(scopes).build();
        return scopes;
    }

    /** The file. */
    public CodeFile file() {
        return file;
    }

    /** The scope of the file itself. */
    public Scope root() {
        return root;
    }

    /** The scope of a function of the file. */
    public Scope of(FunctionDeclaration function) {
        return functions.computeIfAbsent(function, ignored -> root);
    }

    /** The scope of a class of the file. */
    public Scope of(ClassDeclaration type) {
        return classes.computeIfAbsent(type, ignored -> root);
    }

    /**
     * The methods that this file declares outside of the type of a name (Go), and what they assign to fields of its objects; null
     * where there are none.
     */
    public @Nullable Scope methodsOf(String type) {
        return methods.get(type);
    }

    /** The names of the types that this file declares methods of outside of them. */
    public Set<String> typesWithMethods() {
        return Collections.unmodifiableSet(methods.keySet());
    }

    Scope methods(String type) {
        return methods.computeIfAbsent(type, ignored -> new Scope(this, root, null, null));
    }

    /** The scopes of the classes of the file, inner ones too, in the order of the text. */
    public List<Scope> classes() {
        return classes.values().stream()
                .filter(it -> it.type() != null)
                .sorted(Comparator.comparingInt(
                        it -> requireNonNull(it.type()).range().start()))
                .toList();
    }

    /** What is exported by name, by an export statement or by an assignment to a field of {@code exports}. */
    public Map<String, List<Binding.Assigned>> exports() {
        return exports;
    }

    /** What is assigned to {@code module.exports}. */
    public List<Binding.Assigned> moduleExports() {
        return moduleExports;
    }

    /** What is exported of other files. */
    public List<Statement.Reexport> reexports() {
        return reexports;
    }

    void add(FunctionDeclaration function, Scope scope) {
        functions.put(function, scope);
    }

    void add(ClassDeclaration type, Scope scope) {
        classes.put(type, scope);
    }

    void export(String name, Expression value, Scope scope, List<Step> steps) {
        exports.computeIfAbsent(name, ignored -> new ArrayList<>()).add(new Binding.Assigned(value, scope, steps));
    }

    void exportModule(Expression value, Scope scope) {
        moduleExports.add(new Binding.Assigned(value, scope, List.of()));
    }

    void reexport(Statement.Reexport statement) {
        reexports.add(statement);
    }
}
