package dev.parapet.read.code.ecmascript;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports and exports: https://tc39.es/ecma262/#sec-ecmascript-language-scripts-and-modules. */
final class EcmaScriptModules {
    private final EcmaScriptLowering lowering;

    EcmaScriptModules(EcmaScriptLowering lowering) {
        this.lowering = lowering;
    }

    void imports(SyntaxNode node, List<Statement> into) {
        SyntaxNode required = node.child("import_require_clause");
        if (required != null) {
            String name = Lowering.text(required.child("identifier"));
            into.add(new Statement.Import(node.range(), source(required), null, name));
            return;
        }
        String module = source(node);
        SyntaxNode clause = node.child("import_clause");
        if (clause == null) {
            into.add(new Statement.Import(node.range(), module, null, null));
            return;
        }
        for (SyntaxNode child : clause.children()) {
            switch (child.kind()) {
                case "identifier" -> into.add(new Statement.Import(child.range(), module, "default", child.text()));
                case "namespace_import" ->
                    into.add(new Statement.Import(child.range(), module, null, Lowering.text(child.firstChild())));
                case "named_imports" -> {
                    for (SyntaxNode specifier : child.children()) {
                        SyntaxNode alias = specifier.field("alias");
                        String symbol = member(specifier.field("name"));
                        into.add(new Statement.Import(
                                specifier.range(), module, symbol, alias == null ? symbol : alias.text()));
                    }
                }
                default -> {}
            }
        }
    }

    void exports(SyntaxNode node, List<Statement> into) {
        SyntaxNode declaration = node.field("declaration");
        if (declaration != null) {
            declared(node, declaration, into);
            return;
        }
        SyntaxNode value = node.field("value");
        if (value != null) {
            into.add(new Statement.Export(node.range(), "default", decorated(node, value)));
            return;
        }
        if (node.has("=")) {
            assigned(node, into);
            return;
        }
        SyntaxNode clause = node.child("export_clause");
        SyntaxNode namespace = node.child("namespace_export");
        boolean foreign = node.field("source") != null;
        String module = source(node);
        if (namespace != null) {
            into.add(new Statement.Reexport(node.range(), module, null, member(namespace.firstChild())));
        } else if (clause == null && foreign) {
            into.add(new Statement.Reexport(node.range(), module, "*", null));
        }
        for (SyntaxNode specifier : clause == null ? List.<SyntaxNode>of() : clause.children()) {
            SyntaxNode alias = specifier.field("alias");
            String symbol = member(specifier.field("name"));
            String name = alias == null ? symbol : member(alias);
            TextRange range = specifier.range();
            into.add(
                    foreign
                            ? new Statement.Reexport(range, module, symbol, name)
                            : new Statement.Export(range, name, new Expression.Name(range, symbol)));
        }
    }

    private void declared(SyntaxNode node, SyntaxNode declaration, List<Statement> into) {
        List<Expression> decorators = lowering.functions().decorators(node);
        List<Statement> lowered = new ArrayList<>();
        if (declaration.is("class_declaration") || declaration.is("abstract_class_declaration")) {
            lowered.add(lowering.classes().type(declaration, decorators));
        } else {
            lowering.statement(declaration, lowered);
        }
        boolean byDefault = node.has("default");
        for (Statement statement : lowered) {
            switch (statement) {
                case FunctionDeclaration function
                when byDefault && function.name() == null ->
                    into.add(new Statement.Export(node.range(), "default", function));
                case ClassDeclaration type
                when byDefault && type.name() == null -> into.add(new Statement.Export(node.range(), "default", type));
                default -> into.add(statement);
            }
            for (Expression.Name name : names(statement)) {
                into.add(new Statement.Export(name.range(), byDefault ? "default" : name.name(), name));
            }
        }
    }

    private static List<Expression.Name> names(Statement statement) {
        List<Expression.Name> names = new ArrayList<>();
        switch (statement) {
            case FunctionDeclaration function
            when function.name() != null -> names.add(new Expression.Name(function.head(), function.name()));
            case ClassDeclaration type
            when type.name() != null -> names.add(new Expression.Name(type.head(), type.name()));
            case Statement.Declare declare ->
                names.add(new Expression.Name(
                        declare.variable().range(), declare.variable().name()));
            case Statement.Evaluate evaluate
            when evaluate.expression() instanceof Expression.Assign assign -> {
                List<Target.Variable> variables = new ArrayList<>();
                EcmaScriptTargets.names(assign.target(), variables);
                variables.forEach(it -> names.add(new Expression.Name(it.range(), it.name())));
            }
            default -> {}
        }
        return names;
    }

    private Expression decorated(SyntaxNode node, SyntaxNode value) {
        return value.is("class")
                ? lowering.classes().type(value, lowering.functions().decorators(node))
                : lowering.expression(value);
    }

    /** TypeScript's {@code export = x} is {@code module.exports = x}. */
    private void assigned(SyntaxNode node, List<Statement> into) {
        TextRange range = node.range();
        Target exports =
                new Target.Member(new Expression.Field(range, new Expression.Name(range, "module"), "exports"));
        into.add(new Statement.Evaluate(new Expression.Assign(range, exports, lowering.only(node))));
    }

    private static String source(SyntaxNode node) {
        SyntaxNode source = node.field("source");
        return source == null ? "" : EcmaScriptText.unquote(source.text());
    }

    private static String member(@Nullable SyntaxNode name) {
        return name == null ? "" : EcmaScriptFunctions.name(name);
    }
}
