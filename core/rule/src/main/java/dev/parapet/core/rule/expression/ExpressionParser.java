package dev.parapet.core.rule.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Text to {@link Expression}, by the parser and type checker of dev.cel:cel. The only class that knows that library, so that a
 * scan with the built-in rules alone never loads it.
 */
public final class ExpressionParser {
    /** The functions of CEL's standard library and string extension that the evaluator knows. */
    private static final Set<String> STANDARD = Set.of(
            "_==_",
            "_!=_",
            "_<_",
            "_<=_",
            "_>_",
            "_>=_",
            "_+_",
            "_-_",
            "_*_",
            "_/_",
            "_%_",
            "-_",
            "_[_]",
            "@in",
            "size",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "string",
            "int",
            "double",
            "dyn",
            "lowerAscii",
            "upperAscii",
            "trim",
            "split",
            "join",
            "replace",
            "indexOf",
            "substring");

    private final CelCompiler compiler;
    private final Set<String> functions;

    /** A parser of expressions over some variables, each of any type, and some functions besides the standard ones. */
    public ExpressionParser(List<String> variables, List<Signature> functions) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(20_000)
                        .maxParseRecursionDepth(100)
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings(), CelExtensions.bindings());
        for (String variable : variables) {
            builder.addVar(variable, SimpleType.DYN);
        }
        Set<String> names = new java.util.HashSet<>(STANDARD);
        List<String> declared = new ArrayList<>();
        for (Signature function : functions) {
            names.add(function.name());
            if (declared.contains(function.name())) {
                continue;
            }
            declared.add(function.name());
            List<CelOverloadDecl> overloads = new ArrayList<>();
            for (Signature overload : functions) {
                if (overload.name().equals(function.name())) {
                    CelType[] parameters = new CelType[overload.arity()];
                    Arrays.fill(parameters, SimpleType.DYN);
                    overloads.add(CelOverloadDecl.newGlobalOverload(
                            overload.name() + "_" + overload.arity(),
                            overload.predicate() ? SimpleType.BOOL : SimpleType.DYN,
                            parameters));
                }
            }
            builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(function.name(), overloads));
        }
        this.functions = Set.copyOf(names);
        this.compiler = builder.build();
    }

    /**
     * Parses and checks an expression.
     *
     * @throws ExpressionException when it is no valid CEL, names an unknown variable or function, or holds an invalid pattern
     */
    public Expression parse(String text) throws ExpressionException {
        CelAbstractSyntaxTree tree = check(text);
        return convert(tree.getExpr());
    }

    /**
     * Parses and checks an expression that must answer true or false.
     *
     * @throws ExpressionException as {@link #parse} does, and when it cannot answer true or false
     */
    public Expression parseCondition(String text) throws ExpressionException {
        CelAbstractSyntaxTree tree = check(text);
        CelType type = tree.getResultType();
        if (!type.equals(SimpleType.BOOL) && !type.equals(SimpleType.DYN)) {
            throw new ExpressionException(1, 1, "must answer true or false but gives a " + type.name());
        }
        return convert(tree.getExpr());
    }

    private CelAbstractSyntaxTree check(String text) throws ExpressionException {
        CelValidationResult result = compiler.compile(text);
        if (result.hasError()) {
            CelIssue issue = result.getErrors().get(0);
            throw new ExpressionException(
                    Math.max(1, issue.getSourceLocation().getLine()),
                    Math.max(1, issue.getSourceLocation().getColumn() + 1),
                    oneLine(issue.getMessage()));
        }
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new ExpressionException(1, 1, oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static String oneLine(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    private Expression convert(CelExpr expression) throws ExpressionException {
        return switch (expression.getKind()) {
            case CONSTANT -> literal(expression.constant());
            case IDENT -> new Expression.Name(expression.ident().name());
            case SELECT -> {
                Expression operand = convert(expression.select().operand());
                String field = expression.select().field();
                yield expression.select().testOnly()
                        ? new Expression.Has(operand, field)
                        : new Expression.Select(operand, field);
            }
            case CALL -> call(expression.call());
            case LIST -> new Expression.ListOf(convertAll(expression.list().elements()));
            case MAP -> {
                List<Expression> keys = new ArrayList<>();
                List<Expression> values = new ArrayList<>();
                for (CelExpr.CelMap.Entry entry : expression.map().entries()) {
                    keys.add(convert(entry.key()));
                    values.add(convert(entry.value()));
                }
                yield new Expression.MapOf(keys, values);
            }
            case COMPREHENSION -> macro(expression.comprehension());
            case STRUCT, NOT_SET -> throw unsupported("a message literal has no place in a rule");
        };
    }

    private static ExpressionException unsupported(String message) {
        return new ExpressionException(1, 1, message);
    }

    private List<Expression> convertAll(List<CelExpr> expressions) throws ExpressionException {
        List<Expression> converted = new ArrayList<>(expressions.size());
        for (CelExpr expression : expressions) {
            converted.add(convert(expression));
        }
        return converted;
    }

    private static Expression literal(CelConstant constant) throws ExpressionException {
        return switch (constant.getKind()) {
            case NULL_VALUE -> new Expression.Literal(null);
            case BOOLEAN_VALUE -> new Expression.Literal(constant.booleanValue());
            case INT64_VALUE -> new Expression.Literal(constant.int64Value());
            case DOUBLE_VALUE -> new Expression.Literal(constant.doubleValue());
            case STRING_VALUE -> new Expression.Literal(constant.stringValue());
            case UINT64_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE, NOT_SET ->
                throw unsupported("unsigned numbers, bytes, timestamps and durations have no place in a rule");
        };
    }

    private Expression call(CelExpr.CelCall call) throws ExpressionException {
        List<Expression> arguments = new ArrayList<>();
        Optional<CelExpr> target = call.target();
        if (target.isPresent()) {
            arguments.add(convert(target.get()));
        }
        arguments.addAll(convertAll(call.args()));
        Expression operator = switch (call.function()) {
            case "_&&_" -> new Expression.And(arguments.get(0), arguments.get(1));
            case "_||_" -> new Expression.Or(arguments.get(0), arguments.get(1));
            case "!_" -> new Expression.Not(arguments.get(0));
            case "_?_:_" -> new Expression.Choice(arguments.get(0), arguments.get(1), arguments.get(2));
            default -> null;
        };
        if (operator != null) {
            return operator;
        }
        if (!functions.contains(call.function())) {
            throw unsupported("the function " + call.function() + " has no place in a rule");
        }
        if (call.function().equals("matches")
                && arguments.get(1) instanceof Expression.Literal(Object pattern)
                && pattern instanceof String text) {
            try {
                Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                throw unsupported("the pattern '" + text + "' is not valid: " + e.getDescription());
            }
        }
        return new Expression.Call(call.function(), arguments);
    }

    /** Undoes the folds that CEL's parser makes of its macros; their shapes are fixed by the language definition. */
    private Expression macro(CelExpr.CelComprehension fold) throws ExpressionException {
        if (!fold.iterVar2().isEmpty()) {
            throw unsupported("macros with two variables have no place in a rule");
        }
        String variable = fold.iterVar();
        CelExpr start = fold.accuInit();
        CelExpr step = fold.loopStep();
        if (fold.loopCondition().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && fold.loopCondition().constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && !fold.loopCondition().constant().booleanValue()) {
            return new Expression.Let(fold.accuVar(), convert(start), convert(fold.result()));
        }
        Expression range = convert(fold.iterRange());
        if (start.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            Expression.Quantity quantity = switch (start.constant().getKind()) {
                case BOOLEAN_VALUE ->
                    start.constant().booleanValue() ? Expression.Quantity.ALL : Expression.Quantity.EXISTS;
                case INT64_VALUE -> Expression.Quantity.EXISTS_ONE;
                default -> throw unsupported("this macro has no place in a rule");
            };
            CelExpr predicate = step.call().args().get(quantity == Expression.Quantity.EXISTS_ONE ? 0 : 1);
            return new Expression.Quantifier(quantity, variable, range, convert(predicate));
        }
        if (step.call().function().equals("_?_:_")) {
            CelExpr predicate = step.call().args().get(0);
            CelExpr item = added(step.call().args().get(1));
            if (item.getKind() == CelExpr.ExprKind.Kind.IDENT
                    && item.ident().name().equals(variable)) {
                return new Expression.Filter(variable, range, convert(predicate));
            }
            return new Expression.Transform(variable, range, convert(predicate), convert(item));
        }
        return new Expression.Transform(variable, range, null, convert(added(step)));
    }

    /** The item that {@code accumulator + [item]} adds. */
    private static CelExpr added(CelExpr step) {
        return step.call().args().get(1).list().elements().get(0);
    }
}
