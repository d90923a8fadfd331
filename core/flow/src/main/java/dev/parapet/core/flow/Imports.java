package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Binding;
import dev.parapet.core.flow.scope.FileScopes;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What modules give to those that import them. */
final class Imports {
    private record Asked(CodeFile file, String name) {}

    private final Evaluator evaluator;
    /** What is being looked for: files can export each other's names. */
    private final Set<Asked> asked = new HashSet<>();

    Imports(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** What an import gives. */
    FlowValue imported(Statement.Import it, CodeFile from) {
        return member(it.module(), it.symbol(), from);
    }

    private FlowValue member(String module, @Nullable String symbol, CodeFile from) {
        if (from.language() == Language.JAVA && symbol != null) {
            return evaluator.java().imported(module, symbol, from);
        }
        Optional<CodeFile> file = evaluator.index().resolve(module, from);
        if (symbol == null) {
            return module(module, from);
        }
        FlowValue exported = file.isEmpty() ? null : export(file.get(), symbol);
        if (exported != null) {
            return exported;
        }
        if (from.language() == Language.PYTHON) {
            String inner = module.endsWith(".") ? module + symbol : module + "." + symbol;
            Optional<CodeFile> submodule = evaluator.index().resolve(inner, from);
            if (submodule.isPresent()) {
                return new ProjectValue.ModuleValue(submodule.get());
            }
        }
        if (file.isPresent()) {
            return new FlowValue.Unknown(
                    "'" + symbol + "' is not found in " + file.get().path());
        }
        FlowValue library = new FlowValue.Library(module);
        return symbol.equals("default") ? library : new FlowValue.Member(library, symbol);
    }

    /** What a module is, of the project or not. */
    FlowValue module(String name, CodeFile from) {
        return evaluator
                .index()
                .resolve(name, from)
                .<FlowValue>map(ProjectValue.ModuleValue::new)
                .orElseGet(() -> new FlowValue.Library(name));
    }

    /** What a file exports by a name; null when there is nothing of the name. */
    @Nullable
    FlowValue export(CodeFile file, String name) {
        Asked question = new Asked(file, name);
        if (!asked.add(question)) {
            return null;
        }
        try {
            return Modules.isEcmaScript(file.language()) ? ecmascript(file, name) : scoped(file, name);
        } finally {
            asked.remove(question);
        }
    }

    private @Nullable FlowValue scoped(CodeFile file, String name) {
        FileScopes scopes = evaluator.index().scopes(file);
        if (!scopes.root().bindings(name).isEmpty()) {
            return evaluator.names().inScope(name, scopes.root(), null);
        }
        for (CodeFile sibling :
                file.language() == Language.GO ? evaluator.index().siblings(file) : List.<CodeFile>of()) {
            Scope root = evaluator.index().scopes(sibling).root();
            if (!root.bindings(name).isEmpty()) {
                return evaluator.names().inScope(name, root, null);
            }
        }
        for (String module : scopes.root().wildcards()) {
            FlowValue found = evaluator
                    .index()
                    .resolve(module, file)
                    .map(it -> export(it, name))
                    .orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable FlowValue ecmascript(CodeFile file, String name) {
        FileScopes scopes = evaluator.index().scopes(file);
        List<FlowValue> values = new ArrayList<>();
        for (Binding.Assigned it : scopes.exports().getOrDefault(name, List.of())) {
            values.add(assigned(it));
        }
        for (FlowValue exports : moduleExports(scopes)) {
            if (name.equals("default")) {
                values.add(exports);
            } else if (!(exports instanceof FlowValue.MapOf map) || map.get(name) != null) {
                values.add(evaluator.fields().field(exports, name));
            }
        }
        for (Statement.Reexport it : values.isEmpty() ? scopes.reexports() : List.<Statement.Reexport>of()) {
            FlowValue found = "*".equals(it.symbol())
                    ? evaluator
                            .index()
                            .resolve(it.module(), file)
                            .map(from -> export(from, name))
                            .orElse(null)
                    : name.equals(it.name()) ? member(it.module(), it.symbol(), file) : null;
            if (found != null) {
                values.add(found);
            }
        }
        if (values.isEmpty()) {
            // What compilers make of a file without a default is the file itself.
            return name.equals("default") ? new ProjectValue.ModuleValue(file) : null;
        }
        return Values.either(values);
    }

    /** What {@code module.exports} is. */
    List<FlowValue> moduleExports(FileScopes scopes) {
        List<FlowValue> values = new ArrayList<>();
        scopes.moduleExports().forEach(it -> values.addAll(Values.alternatives(assigned(it))));
        return values;
    }

    private FlowValue assigned(Binding.Assigned it) {
        return evaluator.names().steps(evaluator.value(it.value(), it.scope(), null), it.steps());
    }
}
