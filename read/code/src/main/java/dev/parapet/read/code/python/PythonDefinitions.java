package dev.parapet.read.code.python;

import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.FunctionDeclaration.Modifier;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions and classes: https://docs.python.org/3/reference/compound_stmts.html#function-definitions and what follows it. */
final class PythonDefinitions {
    private final PythonLowering lowering;

    PythonDefinitions(PythonLowering lowering) {
        this.lowering = lowering;
    }

    /** A function or class with its decorators. */
    void decorated(SyntaxNode node, List<Statement> into) {
        List<Expression> decorators = new ArrayList<>();
        for (SyntaxNode child : node.children()) {
            switch (child.kind()) {
                case "decorator" -> decorators.addAll(lowering.expressions(child.children()));
                case "function_definition" -> into.add(function(child, decorators));
                case "class_definition" -> type(child, decorators, into);
                default -> lowering.statement(child, into);
            }
        }
    }

    void type(SyntaxNode node, List<Expression> decorators, List<Statement> into) {
        List<TypeName> supers = new ArrayList<>();
        SyntaxNode list = node.field("superclasses");
        for (SyntaxNode child : list == null ? List.<SyntaxNode>of() : list.children()) {
            if (child.is("keyword_argument")) {
                into.add(new Statement.Evaluate(lowering.expression(child, "value")));
                continue;
            }
            supers.add(PythonTypes.type(child));
            if (child.is("call")) {
                into.add(new Statement.Evaluate(lowering.expression(child)));
            }
        }
        lowering.enter(new Scope(true, lowering.scope().receiver()));
        List<Statement> body = lowering.statements(node.field("body"));
        lowering.leave();
        SyntaxNode name = node.field("name");
        into.add(new ClassDeclaration(node.range(), head(node, name), Lowering.text(name), supers, decorators, body));
    }

    FunctionDeclaration function(SyntaxNode node, List<Expression> decorators) {
        SyntaxNode name = node.field("name");
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        if (node.has("async")) {
            modifiers.add(Modifier.ASYNC);
        }
        boolean method = lowering.scope().isClass();
        boolean bound = method;
        for (Expression decorator : decorators) {
            switch (decorator) {
                case Expression.Name it
                when it.name().equals("staticmethod") -> {
                    modifiers.add(Modifier.STATIC);
                    bound = false;
                }
                case Expression.Name it when it.name().equals("classmethod") -> modifiers.add(Modifier.STATIC);
                case Expression.Name it when it.name().endsWith("property") -> modifiers.add(Modifier.GETTER);
                case Expression.Field it when it.name().equals("setter") -> modifiers.add(Modifier.SETTER);
                default -> {}
            }
        }
        if (method && Lowering.text(name).equals("__init__")) {
            modifiers.add(Modifier.CONSTRUCTOR);
        }
        List<Parameter> parameters = parameters(node.field("parameters"));
        String receiver = lowering.scope().receiver();
        if (bound && !parameters.isEmpty() && parameters.getFirst().target() instanceof Target.Variable first) {
            receiver = first.name();
            parameters = parameters.subList(1, parameters.size());
        } else if (names(parameters, receiver)) {
            receiver = null;
        }
        Scope scope = new Scope(false, receiver);
        SyntaxNode block = node.field("body");
        if (block != null) {
            scope.declareOuter(block);
        }
        lowering.enter(scope);
        List<Statement> body = lowering.statements(block);
        lowering.leave();
        if (scope.isGenerator()) {
            modifiers.add(Modifier.GENERATOR);
        }
        return new FunctionDeclaration(
                node.range(),
                head(node, name),
                Lowering.text(name),
                null,
                modifiers,
                parameters,
                PythonTypes.optional(node.field("return_type")),
                decorators,
                body);
    }

    FunctionDeclaration lambda(SyntaxNode node) {
        List<Parameter> parameters = parameters(node.field("parameters"));
        String receiver = lowering.scope().receiver();
        Scope scope = new Scope(false, names(parameters, receiver) ? null : receiver);
        lowering.enter(scope);
        Expression value = lowering.expression(node, "body");
        lowering.leave();
        return new FunctionDeclaration(
                node.range(),
                new TextRange(node.start(), node.start()),
                null,
                null,
                scope.isGenerator() ? Set.of(Modifier.GENERATOR) : Set.of(),
                parameters,
                null,
                List.of(),
                List.of(new Statement.Return(value.range(), value)));
    }

    private static boolean names(List<Parameter> parameters, @Nullable String name) {
        return parameters.stream()
                .anyMatch(it -> it.target() instanceof Target.Variable variable
                        && variable.name().equals(name));
    }

    private static TextRange head(SyntaxNode node, @Nullable SyntaxNode name) {
        return name == null ? new TextRange(node.start(), node.start()) : name.range();
    }

    private List<Parameter> parameters(@Nullable SyntaxNode list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode node : list == null ? List.<SyntaxNode>of() : list.children()) {
            Target target = parameter(node, null);
            if (target != null) {
                parameters.add(new Parameter(target, List.of()));
            }
        }
        return parameters;
    }

    private @Nullable Target parameter(SyntaxNode node, @Nullable TypeName type) {
        SyntaxNode first = node.firstChild();
        return switch (node.kind()) {
            case "identifier" -> new Target.Variable(node.range(), node.text(), true, type);
            case "typed_parameter" -> first == null ? null : parameter(first, PythonTypes.optional(node.field("type")));
            case "default_parameter", "typed_default_parameter" -> {
                SyntaxNode name = node.field("name");
                Target target = name == null ? null : parameter(name, PythonTypes.optional(node.field("type")));
                yield target == null
                        ? null
                        : new Target.WithDefault(node.range(), target, lowering.expression(node, "value"));
            }
            case "list_splat_pattern", "dictionary_splat_pattern" -> {
                boolean keyed = node.is("dictionary_splat_pattern");
                Target target = first == null ? null : parameter(first, type);
                yield target == null ? null : new Target.Rest(node.range(), target, keyed);
            }
            // Python 2: a parameter that is taken apart.
            case "tuple_pattern" -> lowering.targets().target(node);
            // The signs that separate kinds of parameters, and what a syntax error left.
            default -> null;
        };
    }
}
