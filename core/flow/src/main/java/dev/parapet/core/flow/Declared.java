package dev.parapet.core.flow;

import dev.parapet.core.flow.scope.Decorators;
import dev.parapet.core.flow.scope.Scope;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.ProjectValue;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the declared type of a field or parameter, and the constraints beside it, say of what a library reads into it. */
final class Declared {
    /** Types whose values are no free texts: numbers, truth values, dates, identifiers of a fixed form. */
    private static final Set<String> NARROW = Set.of(
            "int",
            "Integer",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "long",
            "Long",
            "short",
            "Short",
            "double",
            "Double",
            "float",
            "Float",
            "float32",
            "float64",
            "bool",
            "boolean",
            "Boolean",
            "decimal",
            "Decimal",
            "BigDecimal",
            "BigInteger",
            "UUID",
            "UUID4",
            "Guid",
            "DateTime",
            "DateTimeOffset",
            "DateOnly",
            "TimeSpan",
            "LocalDate",
            "LocalDateTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "Instant",
            "Duration",
            "datetime",
            "date",
            "timedelta",
            "time.Time",
            "PositiveInt",
            "NonNegativeInt",
            "NegativeInt",
            "StrictInt",
            "StrictBool",
            "conint",
            "confloat",
            "Literal",
            "IPv4Address",
            "IPv6Address");

    private static final Set<String> CONTAINERS = Set.of(
            "List", "list", "Set", "set", "Optional", "Collection", "IEnumerable", "IList", "[]", "Sequence", "tuple");

    /**
     * Constraints without a pattern: <a href="https://github.com/typestack/class-validator#validation-decorators">class-validator</a>,
     * <a href="https://jakarta.ee/specifications/bean-validation/3.0/apidocs/jakarta/validation/constraints/package-summary">Jakarta
     * Validation</a>, <a href="https://learn.microsoft.com/dotnet/api/system.componentmodel.dataannotations">data annotations</a>.
     */
    private static final Set<String> CONSTRAINTS = Set.of(
            "IsInt",
            "IsNumber",
            "IsNumberString",
            "IsUUID",
            "IsEnum",
            "IsBoolean",
            "IsDate",
            "IsDateString",
            "IsISO8601",
            "IsIn",
            "IsMongoId",
            "IsAlphanumeric",
            "Digits",
            "UUID",
            "EnumDataType",
            "AllowedValues");

    /** Constraints by a pattern. */
    private static final Set<String> PATTERNS = Set.of("Matches", "Pattern", "RegularExpression");

    /** Functions of pydantic that describe a field: https://docs.pydantic.dev/latest/api/fields/, its types by a pattern. */
    private static final Set<String> DESCRIBING = Set.of("Field", "constr", "StringConstraints");

    private Declared() {}

    /** A part of what was read, as what it is declared to be. */
    static FlowValue part(FlowValue part, TypeName type, Scope scope, Evaluator evaluator) {
        return isNarrow(type, scope, evaluator) ? new FlowValue.Derived(FlowValue.TYPED, List.of(part)) : part;
    }

    /** A field of what was read, as its type and the constraints beside it say. */
    static FlowValue field(
            FlowValue part, TypeName type, ProjectValue.ClassValue owner, String name, Evaluator evaluator) {
        Scope scope = owner.scope();
        // In TypeScript a type is only a claim.
        boolean kept = scope.file().language() != Language.TYPESCRIPT;
        if (kept && isNarrow(type, scope, evaluator)) {
            return new FlowValue.Derived(FlowValue.TYPED, List.of(part));
        }
        for (Expression constraint : constraints(owner.type(), name)) {
            if (constraint instanceof Expression.Call call && PATTERNS.contains(Decorators.name(call.callee()))) {
                for (Argument argument : call.arguments()) {
                    boolean pattern = argument.name() == null || argument.name().equals("regexp");
                    FlowValue value = pattern ? pattern(argument.value(), scope, evaluator) : null;
                    if (value instanceof FlowValue.Text) {
                        return new FlowValue.Derived(FlowValue.CONSTRAINED, List.of(part, value));
                    }
                }
            } else if (CONSTRAINTS.contains(Decorators.name(constraint))) {
                return new FlowValue.Derived(FlowValue.CONSTRAINED, List.of(part));
            }
        }
        return part;
    }

    /** A field of a model of pydantic whose default describes it: {@code code: str = Field(pattern="^[a-z]+$")}. */
    static FlowValue described(FlowValue part, FlowValue description) {
        if (description instanceof FlowValue.Result result && DESCRIBING.contains(last(result.of()))) {
            for (var argument : result.arguments()) {
                boolean pattern = "pattern".equals(argument.name()) || "regex".equals(argument.name());
                if (pattern && argument.value() instanceof FlowValue.Text) {
                    return new FlowValue.Derived(FlowValue.MATCHED, List.of(part, argument.value()));
                }
            }
        }
        return part;
    }

    private static String last(FlowValue value) {
        return value instanceof FlowValue.Member member ? member.name() : "";
    }

    private static FlowValue pattern(Expression expression, Scope scope, Evaluator evaluator) {
        if (expression instanceof Expression.Unknown literal && literal.reason().equals("regular expression")) {
            String written = scope.file()
                    .source()
                    .text()
                    .substring(literal.range().start(), literal.range().end());
            return new FlowValue.Text(written.substring(1, Math.max(1, written.lastIndexOf('/'))));
        }
        return evaluator.value(expression, scope, null);
    }

    private static boolean isNarrow(TypeName type, Scope scope, Evaluator evaluator) {
        String name = type.name();
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (NARROW.contains(name) || NARROW.contains(last)) {
            return true;
        }
        if (CONTAINERS.contains(last)) {
            return !type.arguments().isEmpty()
                    && type.arguments().stream().allMatch(it -> isNarrow(it, scope, evaluator));
        }
        return evaluator.names().type(type, scope) instanceof ProjectValue.ClassValue it && isEnumeration(it.type());
    }

    /** Whether a class has nothing but the values that it names. */
    private static boolean isEnumeration(ClassDeclaration type) {
        if (type.supers().stream().anyMatch(it -> it.name().matches("(?:.*\\.)?(?:Str|Int)?Enum"))) {
            return true;
        }
        int values = 0;
        for (Statement statement : type.body()) {
            if (!(statement instanceof Statement.Evaluate it)
                    || !(it.expression() instanceof Expression.Assign assign)
                    || !(assign.target() instanceof Target.Variable variable)) {
                return false;
            }
            boolean own = assign.value() instanceof Expression.New made
                            && made.type() instanceof Expression.Name name
                            && name.name().equals(type.name())
                    || assign.value() instanceof Expression.Text text
                            && text.value().equals(variable.name());
            if (!own) {
                return false;
            }
            values++;
        }
        return values > 0;
    }

    /** What stands before the declaration of a field: its annotations, decorators or attributes. */
    private static List<Expression> constraints(ClassDeclaration type, String field) {
        List<Expression> before = new ArrayList<>();
        for (Statement statement : type.body()) {
            switch (statement) {
                case Statement.Evaluate it
                when !(it.expression() instanceof Expression.Assign) -> before.add(it.expression());
                case Statement.Declare it
                when it.variable().name().equals(field) -> {
                    return before;
                }
                case Statement.Evaluate it
                when it.expression() instanceof Expression.Assign assign
                        && assign.target() instanceof Target.Variable variable
                        && variable.name().equals(field) -> {
                    return before;
                }
                default -> before.clear();
            }
        }
        return List.of();
    }
}
