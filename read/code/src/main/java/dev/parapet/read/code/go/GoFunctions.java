package dev.parapet.read.code.go;

import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions, methods and function literals: https://go.dev/ref/spec#Function_declarations. */
final class GoFunctions {
    private final GoLowering lowering;
    /** What the method around calls its object. */
    private @Nullable String receiver;

    /** The named results of the function around, which a bare return gives. */
    private List<SyntaxNode> results = List.of();

    GoFunctions(GoLowering lowering) {
        this.lowering = lowering;
    }

    FunctionDeclaration function(SyntaxNode node) {
        String outerReceiver = receiver;
        List<SyntaxNode> outerResults = results;
        SyntaxNode object = node.field("receiver");
        SyntaxNode first = object == null ? null : object.firstChild();
        if (!node.is("func_literal")) {
            receiver = first == null || first.field("name") == null ? null : Lowering.text(first.field("name"));
        }
        try {
            List<Parameter> parameters = parameters(node.field("parameters"));
            SyntaxNode result = node.field("result");
            results = named(result);
            List<Statement> body = new ArrayList<>();
            declareResults(result, body);
            SyntaxNode block = node.field("body");
            if (block != null) {
                lowering.statement(block, body);
            }
            SyntaxNode name = node.field("name");
            return new FunctionDeclaration(
                    node.range(),
                    name == null ? new TextRange(node.start(), node.start()) : name.range(),
                    name == null ? null : name.text(),
                    first == null ? null : GoTypes.optional(first.field("type")),
                    Set.of(),
                    parameters,
                    GoTypes.optional(result),
                    List.of(),
                    body);
        } finally {
            receiver = outerReceiver;
            results = outerResults;
        }
    }

    private List<Parameter> parameters(@Nullable SyntaxNode list) {
        List<Parameter> parameters = new ArrayList<>();
        for (SyntaxNode child : list == null ? List.<SyntaxNode>of() : list.children()) {
            TypeName type = GoTypes.optional(child.field("type"));
            boolean rest = child.is("variadic_parameter_declaration");
            List<SyntaxNode> names = child.fields("name");
            if (names.isEmpty()) {
                parameters.add(parameter(child.range(), "_", type, rest));
            }
            for (SyntaxNode name : names) {
                if (name.text().equals(receiver)) {
                    receiver = null;
                }
                parameters.add(parameter(name.range(), name.text(), type, rest));
            }
        }
        return parameters;
    }

    private static Parameter parameter(TextRange range, String name, @Nullable TypeName type, boolean rest) {
        Target target = new Target.Variable(range, name, true, rest && type != null ? list(type) : type);
        return new Parameter(rest ? new Target.Rest(range, target, false) : target, List.of());
    }

    private static TypeName list(TypeName element) {
        return new TypeName("[]", List.of(element));
    }

    private static List<SyntaxNode> named(@Nullable SyntaxNode result) {
        List<SyntaxNode> names = new ArrayList<>();
        for (SyntaxNode part :
                result != null && result.is("parameter_list") ? result.children() : List.<SyntaxNode>of()) {
            names.addAll(part.fields("name"));
        }
        return names;
    }

    private static void declareResults(@Nullable SyntaxNode result, List<Statement> into) {
        for (SyntaxNode part :
                result != null && result.is("parameter_list") ? result.children() : List.<SyntaxNode>of()) {
            TypeName type = GoTypes.optional(part.field("type"));
            for (SyntaxNode name : part.fields("name")) {
                if (!name.text().equals("_")) {
                    into.add(new Statement.Declare(new Target.Variable(name.range(), name.text(), true, type)));
                }
            }
        }
    }

    /** A name; that of the method's object is the object. */
    Expression name(SyntaxNode node) {
        String name = node.text();
        return name.equals(receiver) ? new Expression.This(node.range()) : new Expression.Name(node.range(), name);
    }

    /** The values that a function gives: several are a tuple. */
    Statement returned(SyntaxNode node) {
        SyntaxNode list = node.firstChild();
        List<SyntaxNode> values = list == null ? results : list.is("expression_list") ? list.children() : List.of(list);
        List<Expression> lowered = new ArrayList<>();
        for (SyntaxNode value : values) {
            lowered.add(list == null ? new Expression.Name(node.range(), value.text()) : lowering.expression(value));
        }
        return new Statement.Return(
                node.range(),
                lowered.isEmpty()
                        ? null
                        : lowered.size() == 1
                                ? lowered.getFirst()
                                : new Expression.Collection(node.range(), Expression.Collection.Kind.TUPLE, lowered));
    }
}
