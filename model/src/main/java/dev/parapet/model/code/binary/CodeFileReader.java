package dev.parapet.model.code.binary;

import dev.parapet.model.SourceFile;
import dev.parapet.model.binary.ByteReader;
import dev.parapet.model.binary.MalformedException;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Language;
import dev.parapet.model.code.Operator;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link CodeFileWriter} wrote, as the file that it was given. All that is promised of trees holds for what comes out. */
public final class CodeFileReader {
    private static final List<Operator> OPERATORS = List.of(Operator.values());
    private static final List<Statement.Jump.Kind> JUMPS = List.of(Statement.Jump.Kind.values());
    private static final List<Expression.Collection.Kind> COLLECTIONS = List.of(Expression.Collection.Kind.values());
    private static final List<FunctionDeclaration.Modifier> MODIFIERS = List.of(FunctionDeclaration.Modifier.values());

    private final ByteReader in;
    private final int length;
    private int start;
    private int depth;

    private CodeFileReader(ByteReader in, int length) {
        this.in = in;
        this.length = length;
    }

    /**
     * The file that comes next.
     *
     * @param in what reads the bytes, with the text of the source
     * @param source the source that it was made from
     * @throws MalformedException when nothing of that source was written so
     */
    public static CodeFile read(ByteReader in, SourceFile source, Language language) {
        CodeFileReader reader = new CodeFileReader(in, source.text().length());
        String namespace = reader.optionalText();
        return new CodeFile(source, language, namespace, reader.statements());
    }

    private static <T> T one(List<T> all, int number) {
        return all.get(number);
    }

    private Kind kind() {
        return one(Kind.ALL, in.number(Kind.ALL.size()));
    }

    private TextRange range() {
        long from = (long) start + in.signed();
        long to = from + in.number();
        if (from < 0 || to > length) {
            throw new MalformedException("a place is not in the source");
        }
        start = (int) from;
        return new TextRange(start, (int) to);
    }

    private String text() {
        return in.text(start);
    }

    private @Nullable String optionalText() {
        return in.optional(this::text);
    }

    /** Begins a node inside another; {@link #depth} is counted down where it ends. */
    private void deeper() {
        if (++depth > CodeFile.MAXIMUM_DEPTH) {
            throw new MalformedException("nodes are nested too deeply");
        }
    }

    private TypeName type() {
        deeper();
        TypeName type = new TypeName(text(), in.list(this::type));
        depth--;
        return type;
    }

    private Expression expression() {
        deeper();
        Expression expression = expression(kind());
        depth--;
        return expression;
    }

    private @Nullable Expression optional() {
        return in.optional(this::expression);
    }

    private List<Expression> expressions() {
        return in.list(this::expression);
    }

    private List<Statement> statements() {
        return in.list(this::statement);
    }

    private Statement statement() {
        Kind kind = kind();
        if (kind == Kind.EVALUATE) {
            return new Statement.Evaluate(expression());
        }
        deeper();
        Statement statement = statement(kind);
        depth--;
        return statement;
    }

    private Statement statement(Kind kind) {
        if (kind == Kind.DECLARE) {
            if (target() instanceof Target.Variable variable) {
                return new Statement.Declare(variable);
            }
            throw new MalformedException("what is declared is no variable");
        }
        TextRange range = range();
        return switch (kind) {
            case CLASS -> declaration(range);
            case FUNCTION -> function(range);
            case EXPORT -> new Statement.Export(range, text(), expression());
            case IF -> new Statement.If(range, expression(), statements(), statements());
            case IMPORT -> new Statement.Import(range, text(), optionalText(), optionalText());
            case JUMP -> new Statement.Jump(range, one(JUMPS, in.number(JUMPS.size())));
            case LOOP -> new Statement.Loop(range, optional(), statements());
            case REEXPORT -> new Statement.Reexport(range, text(), optionalText(), optionalText());
            case RETURN -> new Statement.Return(range, optional());
            case SWITCH -> new Statement.Switch(range, expression(), in.list(this::choice));
            case THROW -> new Statement.Throw(range, optional());
            case TRY -> new Statement.Try(range, statements(), in.list(this::handler), statements());
            case UNREADABLE -> new Statement.Unreadable(range, text());
            default -> throw new MalformedException("this is no statement: " + kind);
        };
    }

    private Statement.Case choice() {
        return new Statement.Case(expressions(), optional(), in.flag(), statements());
    }

    private Statement.Handler handler() {
        return new Statement.Handler(in.list(this::type), optionalText(), statements());
    }

    private ClassDeclaration declaration(TextRange range) {
        return new ClassDeclaration(range, range(), optionalText(), in.list(this::type), expressions(), statements());
    }

    private FunctionDeclaration function(TextRange range) {
        return new FunctionDeclaration(
                range,
                range(),
                optionalText(),
                in.optional(this::type),
                modifiers(),
                in.list(this::parameter),
                in.optional(this::type),
                expressions(),
                statements());
    }

    private Set<FunctionDeclaration.Modifier> modifiers() {
        int bits = in.number(1 << MODIFIERS.size());
        Set<FunctionDeclaration.Modifier> modifiers = EnumSet.noneOf(FunctionDeclaration.Modifier.class);
        for (int i = 0; i < MODIFIERS.size(); i++) {
            if ((bits & 1 << i) != 0) {
                modifiers.add(MODIFIERS.get(i));
            }
        }
        return modifiers;
    }

    private Parameter parameter() {
        return new Parameter(target(), expressions());
    }

    private Expression expression(Kind kind) {
        TextRange range = range();
        return switch (kind) {
            case CLASS -> declaration(range);
            case FUNCTION -> function(range);
            case ASSIGN -> new Expression.Assign(range, target(), expression());
            case AWAIT -> new Expression.Await(range, expression());
            case BINARY -> new Expression.Binary(range, operator(), expression(), expression());
            case BOOL -> new Expression.Bool(range, in.flag());
            case CALL -> new Expression.Call(range, expression(), in.list(this::argument));
            case CAST -> new Expression.Cast(range, expression(), type());
            case COLLECTION ->
                new Expression.Collection(range, one(COLLECTIONS, in.number(COLLECTIONS.size())), expressions());
            case COMPREHENSION -> new Expression.Comprehension(range, optional(), expression(), in.list(this::clause));
            case CONDITIONAL -> new Expression.Conditional(range, expression(), expression(), expression());
            case ELEMENT -> new Expression.Element(range, expression());
            case FIELD -> {
                String name = text();
                yield new Expression.Field(range, expression(), name);
            }
            case INDEX -> new Expression.Index(range, expression(), expression());
            case MAP -> new Expression.MapLiteral(range, in.list(this::entry));
            case NAME -> new Expression.Name(range, text());
            case NEW -> new Expression.New(range, expression(), in.list(this::argument), in.optional(this::anonymous));
            case NULL -> new Expression.Null(range);
            case NUMBER -> new Expression.Number(range, text());
            case SLICE -> new Expression.Slice(range, expression(), optional(), optional());
            case SPREAD -> new Expression.Spread(range, expression(), in.flag());
            case SUPER -> new Expression.Super(range);
            case TEMPLATE -> new Expression.Template(range, expressions());
            case TEXT -> new Expression.Text(range, text());
            case THIS -> new Expression.This(range);
            case UNARY -> new Expression.Unary(range, operator(), expression());
            case UNKNOWN -> new Expression.Unknown(range, text(), expressions());
            case YIELD -> new Expression.Yield(range, optional());
            default -> throw new MalformedException("this is no expression: " + kind);
        };
    }

    private Operator operator() {
        return one(OPERATORS, in.number(OPERATORS.size()));
    }

    private ClassDeclaration anonymous() {
        if (expression() instanceof ClassDeclaration body) {
            return body;
        }
        throw new MalformedException("what is added to an object is no class");
    }

    private Argument argument() {
        return new Argument(optionalText(), expression());
    }

    private Expression.Entry entry() {
        return new Expression.Entry(optional(), expression());
    }

    private Expression.Clause clause() {
        return new Expression.Clause(target(), expression(), expressions());
    }

    private Target target() {
        deeper();
        Target target = target(kind());
        depth--;
        return target;
    }

    private Target target(Kind kind) {
        if (kind == Kind.MEMBER) {
            if (expression() instanceof Expression.Field field) {
                return new Target.Member(field);
            }
            throw new MalformedException("what is assigned to is no field");
        }
        if (kind == Kind.ITEM) {
            if (expression() instanceof Expression.Index index) {
                return new Target.Item(index);
            }
            throw new MalformedException("what is assigned to is no element");
        }
        TextRange range = range();
        return switch (kind) {
            case VARIABLE -> new Target.Variable(range, text(), in.flag(), in.optional(this::type));
            case LIST_PATTERN -> new Target.ListPattern(range, in.list(this::target));
            case MAP_PATTERN -> new Target.MapPattern(range, in.list(this::targetEntry));
            case WITH_DEFAULT -> new Target.WithDefault(range, target(), expression());
            case REST -> new Target.Rest(range, target(), in.flag());
            case NOWHERE -> new Target.Unknown(range);
            default -> throw new MalformedException("this is nothing that can be assigned to: " + kind);
        };
    }

    private Target.Entry targetEntry() {
        return new Target.Entry(expression(), target());
    }
}
