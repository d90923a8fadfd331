package dev.parapet.model.code.binary;

import dev.parapet.model.binary.ByteWriter;
import dev.parapet.model.code.Argument;
import dev.parapet.model.code.ClassDeclaration;
import dev.parapet.model.code.CodeFile;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.FunctionDeclaration;
import dev.parapet.model.code.Parameter;
import dev.parapet.model.code.Statement;
import dev.parapet.model.code.Target;
import dev.parapet.model.code.TextRange;
import dev.parapet.model.code.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of code as bytes for {@link CodeFileReader}. Places are written as distances from the one before, texts as their places in the
 * source, which is not written.
 */
public final class CodeFileWriter {
    private final ByteWriter out;
    private int start;
    private int end;

    private CodeFileWriter(ByteWriter out) {
        this.out = out;
    }

    /**
     * Writes a file.
     *
     * @param out where to, made with the text of the file's source; the source and the language are not written
     */
    public static void write(CodeFile file, ByteWriter out) {
        CodeFileWriter writer = new CodeFileWriter(out);
        writer.optionalText(file.namespace());
        out.list(file.body(), writer::statement);
    }

    private void kind(Kind kind) {
        out.number(kind.ordinal());
    }

    private void node(Kind kind, TextRange range) {
        kind(kind);
        range(range);
    }

    private void range(TextRange range) {
        out.signed(range.start() - start);
        out.number(range.end() - range.start());
        start = range.start();
        end = range.end();
    }

    /** A text that stands where the last range was, if it stands anywhere. */
    private void text(String text) {
        out.text(text, start, end);
    }

    private void optionalText(@Nullable String text) {
        out.optional(text, this::text);
    }

    private void type(TypeName type) {
        text(type.name());
        out.list(type.arguments(), this::type);
    }

    private void optional(@Nullable Expression expression) {
        out.optional(expression, this::expression);
    }

    private void expressions(List<Expression> expressions) {
        out.list(expressions, this::expression);
    }

    private void statements(List<Statement> statements) {
        out.list(statements, this::statement);
    }

    private void statement(Statement statement) {
        switch (statement) {
            case ClassDeclaration it -> declaration(it);
            case FunctionDeclaration it -> function(it);
            case Statement.Declare it -> {
                kind(Kind.DECLARE);
                target(it.variable());
            }
            case Statement.Evaluate it -> {
                kind(Kind.EVALUATE);
                expression(it.expression());
            }
            case Statement.Export it -> {
                node(Kind.EXPORT, it.range());
                text(it.name());
                expression(it.value());
            }
            case Statement.If it -> {
                node(Kind.IF, it.range());
                expression(it.condition());
                statements(it.then());
                statements(it.otherwise());
            }
            case Statement.Import it -> imported(Kind.IMPORT, it.range(), it.module(), it.symbol(), it.name());
            case Statement.Jump it -> {
                node(Kind.JUMP, it.range());
                out.number(it.kind().ordinal());
            }
            case Statement.Loop it -> {
                node(Kind.LOOP, it.range());
                optional(it.condition());
                statements(it.body());
            }
            case Statement.Reexport it -> imported(Kind.REEXPORT, it.range(), it.module(), it.symbol(), it.name());
            case Statement.Return it -> {
                node(Kind.RETURN, it.range());
                optional(it.value());
            }
            case Statement.Switch it -> {
                node(Kind.SWITCH, it.range());
                expression(it.subject());
                out.list(it.cases(), this::choice);
            }
            case Statement.Throw it -> {
                node(Kind.THROW, it.range());
                optional(it.value());
            }
            case Statement.Try it -> {
                node(Kind.TRY, it.range());
                statements(it.body());
                out.list(it.handlers(), this::handler);
                statements(it.finish());
            }
            case Statement.Unreadable it -> {
                node(Kind.UNREADABLE, it.range());
                text(it.reason());
            }
        }
    }

    private void imported(Kind kind, TextRange range, String module, @Nullable String symbol, @Nullable String name) {
        node(kind, range);
        text(module);
        optionalText(symbol);
        optionalText(name);
    }

    private void choice(Statement.Case choice) {
        expressions(choice.values());
        optional(choice.guard());
        out.flag(choice.fallsThrough());
        statements(choice.body());
    }

    private void handler(Statement.Handler handler) {
        out.list(handler.types(), this::type);
        optionalText(handler.name());
        statements(handler.body());
    }

    private void declaration(ClassDeclaration it) {
        node(Kind.CLASS, it.range());
        range(it.head());
        optionalText(it.name());
        out.list(it.supers(), this::type);
        expressions(it.decorators());
        statements(it.body());
    }

    private void function(FunctionDeclaration it) {
        node(Kind.FUNCTION, it.range());
        range(it.head());
        optionalText(it.name());
        out.optional(it.owner(), this::type);
        int modifiers = 0;
        for (FunctionDeclaration.Modifier modifier : it.modifiers()) {
            modifiers |= 1 << modifier.ordinal();
        }
        out.number(modifiers);
        out.list(it.parameters(), this::parameter);
        out.optional(it.returns(), this::type);
        expressions(it.decorators());
        statements(it.body());
    }

    private void parameter(Parameter parameter) {
        target(parameter.target());
        expressions(parameter.decorators());
    }

    private void expression(Expression expression) {
        switch (expression) {
            case ClassDeclaration it -> declaration(it);
            case FunctionDeclaration it -> function(it);
            case Expression.Assign it -> {
                node(Kind.ASSIGN, it.range());
                target(it.target());
                expression(it.value());
            }
            case Expression.Await it -> inner(Kind.AWAIT, it.range(), it.of());
            case Expression.Binary it -> {
                node(Kind.BINARY, it.range());
                out.number(it.operator().ordinal());
                expression(it.left());
                expression(it.right());
            }
            case Expression.Bool it -> {
                node(Kind.BOOL, it.range());
                out.flag(it.value());
            }
            case Expression.Call it -> {
                node(Kind.CALL, it.range());
                expression(it.callee());
                out.list(it.arguments(), this::argument);
            }
            case Expression.Cast it -> {
                inner(Kind.CAST, it.range(), it.of());
                type(it.type());
            }
            case Expression.Collection it -> {
                node(Kind.COLLECTION, it.range());
                out.number(it.kind().ordinal());
                expressions(it.items());
            }
            case Expression.Comprehension it -> {
                node(Kind.COMPREHENSION, it.range());
                optional(it.key());
                expression(it.value());
                out.list(it.clauses(), this::clause);
            }
            case Expression.Conditional it -> {
                node(Kind.CONDITIONAL, it.range());
                expression(it.condition());
                expression(it.then());
                expression(it.otherwise());
            }
            case Expression.Element it -> inner(Kind.ELEMENT, it.range(), it.of());
            case Expression.Field it -> field(it);
            case Expression.Index it -> index(it);
            case Expression.MapLiteral it -> {
                node(Kind.MAP, it.range());
                out.list(it.entries(), this::entry);
            }
            case Expression.Name it -> {
                node(Kind.NAME, it.range());
                text(it.name());
            }
            case Expression.New it -> {
                inner(Kind.NEW, it.range(), it.type());
                out.list(it.arguments(), this::argument);
                out.optional(it.body(), this::declaration);
            }
            case Expression.Null it -> node(Kind.NULL, it.range());
            case Expression.Number it -> {
                node(Kind.NUMBER, it.range());
                text(it.written());
            }
            case Expression.Slice it -> {
                inner(Kind.SLICE, it.range(), it.of());
                optional(it.from());
                optional(it.to());
            }
            case Expression.Spread it -> {
                inner(Kind.SPREAD, it.range(), it.of());
                out.flag(it.keyed());
            }
            case Expression.Super it -> node(Kind.SUPER, it.range());
            case Expression.Template it -> {
                node(Kind.TEMPLATE, it.range());
                expressions(it.parts());
            }
            case Expression.Text it -> {
                node(Kind.TEXT, it.range());
                text(it.value());
            }
            case Expression.This it -> node(Kind.THIS, it.range());
            case Expression.Unary it -> {
                node(Kind.UNARY, it.range());
                out.number(it.operator().ordinal());
                expression(it.operand());
            }
            case Expression.Unknown it -> {
                node(Kind.UNKNOWN, it.range());
                text(it.reason());
                expressions(it.parts());
            }
            case Expression.Yield it -> {
                node(Kind.YIELD, it.range());
                optional(it.value());
            }
        }
    }

    private void inner(Kind kind, TextRange range, Expression of) {
        node(kind, range);
        expression(of);
    }

    /** The name comes first, as it stands in the range. */
    private void field(Expression.Field it) {
        node(Kind.FIELD, it.range());
        text(it.name());
        expression(it.of());
    }

    private void index(Expression.Index it) {
        inner(Kind.INDEX, it.range(), it.of());
        expression(it.key());
    }

    private void argument(Argument argument) {
        optionalText(argument.name());
        expression(argument.value());
    }

    private void entry(Expression.Entry entry) {
        optional(entry.key());
        expression(entry.value());
    }

    private void clause(Expression.Clause clause) {
        target(clause.target());
        expression(clause.of());
        expressions(clause.conditions());
    }

    private void target(Target target) {
        switch (target) {
            case Target.Variable it -> {
                node(Kind.VARIABLE, it.range());
                text(it.name());
                out.flag(it.declares());
                out.optional(it.type(), this::type);
            }
            case Target.Member it -> {
                kind(Kind.MEMBER);
                expression(it.field());
            }
            case Target.Item it -> {
                kind(Kind.ITEM);
                expression(it.index());
            }
            case Target.ListPattern it -> {
                node(Kind.LIST_PATTERN, it.range());
                out.list(it.items(), this::target);
            }
            case Target.MapPattern it -> {
                node(Kind.MAP_PATTERN, it.range());
                out.list(it.entries(), this::entry);
            }
            case Target.WithDefault it -> {
                node(Kind.WITH_DEFAULT, it.range());
                target(it.target());
                expression(it.value());
            }
            case Target.Rest it -> {
                node(Kind.REST, it.range());
                target(it.target());
                out.flag(it.keyed());
            }
            case Target.Unknown it -> node(Kind.NOWHERE, it.range());
        }
    }

    private void entry(Target.Entry entry) {
        expression(entry.key());
        target(entry.target());
    }
}
