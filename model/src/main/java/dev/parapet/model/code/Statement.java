package dev.parapet.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. Blocks are lists of statements; a block opens no scope, only files, functions and classes do. */
public sealed interface Statement
        permits ClassDeclaration,
                FunctionDeclaration,
                Statement.Declare,
                Statement.Evaluate,
                Statement.Export,
                Statement.If,
                Statement.Import,
                Statement.Jump,
                Statement.Loop,
                Statement.Reexport,
                Statement.Return,
                Statement.Switch,
                Statement.Throw,
                Statement.Try,
                Statement.Unreadable {
    /** Where it stands. */
    TextRange range();

    /** An expression whose value is dropped: a call, an assignment. */
    record Evaluate(Expression expression) implements Statement {
        @Override
        public TextRange range() {
            return expression.range();
        }
    }

    /** A variable or field that gets no value here. */
    record Declare(Target.Variable variable) implements Statement {
        @Override
        public TextRange range() {
            return variable.range();
        }
    }

    /**
     * Something of another file or library gets a name here.
     *
     * @param module what it is taken from, as the source writes it: {@code a.b}, {@code ..a} (Python, relative),
     *     {@code ./util}, {@code @aws-sdk/client-s3}, {@code com.example.Orders}, {@code github.com/aws/aws-lambda-go/lambda}
     * @param symbol the member of the module; null for the module itself, {@code *} for all members, {@code default} for that
     *     of ECMAScript
     * @param name what it is called here; null where it gets no name (the module is only loaded, or all members keep theirs)
     */
    record Import(
            TextRange range,
            String module,
            @Nullable String symbol,
            @Nullable String name) implements Statement {}

    /** A value that other files can import as {@code name}; where a language exports all names, there is none of these. */
    record Export(TextRange range, String name, Expression value) implements Statement {}

    /**
     * Something of another file that others can import from here.
     *
     * @param module as of {@link Import}
     * @param symbol as of {@link Import}
     * @param name what it is called there; null where all members keep their names
     */
    record Reexport(
            TextRange range,
            String module,
            @Nullable String symbol,
            @Nullable String name) implements Statement {}

    /** The end of the function, with its value. */
    record Return(TextRange range, @Nullable Expression value) implements Statement {}

    /** The end of the function or of the {@link Try} around; without a value, what was caught is thrown again. */
    record Throw(TextRange range, @Nullable Expression value) implements Statement {}

    /** The end of the loop or of its round, or of the switch. */
    record Jump(TextRange range, Kind kind) implements Statement {
        /** Where it goes on. */
        public enum Kind {
            BREAK,
            CONTINUE
        }
    }

    /** One of two blocks; the second may be empty. */
    record If(TextRange range, Expression condition, List<Statement> then, List<Statement> otherwise)
            implements Statement {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** The first case that fits, if any. */
    record Switch(TextRange range, Expression subject, List<Case> cases) implements Statement {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One case of a {@link Switch}.
     *
     * @param values it fits when the subject is one of these; none: it fits when no other does. A pattern that is no value is
     *     {@link Expression.Unknown}, the names that it binds are assigned from the subject at the beginning of the body
     * @param guard what must also hold
     * @param fallsThrough whether the next case's body follows where this ends without a jump
     */
    record Case(List<Expression> values, @Nullable Expression guard, boolean fallsThrough, List<Statement> body) {
        public Case {
            values = List.copyOf(values);
            body = List.copyOf(body);
        }
    }

    /**
     * A block that runs any number of times. A loop over a list assigns an {@link Expression.Element} to its variable at the
     * beginning of the block.
     *
     * @param condition what holds at the beginning of each round; null where nothing is said
     */
    record Loop(TextRange range, @Nullable Expression condition, List<Statement> body) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }
    }

    /** A block with what is done when something is thrown in it, and at its end in any case. */
    record Try(TextRange range, List<Statement> body, List<Handler> handlers, List<Statement> finish)
            implements Statement {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            finish = List.copyOf(finish);
        }
    }

    /**
     * What is done when something of one of the types is thrown.
     *
     * @param types the types; none: all
     * @param name the variable that holds it, which the function around declares by this
     */
    record Handler(List<TypeName> types, @Nullable String name, List<Statement> body) {
        public Handler {
            types = List.copyOf(types);
            body = List.copyOf(body);
        }
    }

    /** A stretch of text that is no code of the language, or that went beyond a bound. */
    record Unreadable(TextRange range, String reason) implements Statement {}
}
