package dev.parapet.model.code;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expression
        permits ClassDeclaration,
                FunctionDeclaration,
                Expression.Assign,
                Expression.Await,
                Expression.Binary,
                Expression.Bool,
                Expression.Call,
                Expression.Cast,
                Expression.Collection,
                Expression.Comprehension,
                Expression.Conditional,
                Expression.Element,
                Expression.Field,
                Expression.Index,
                Expression.MapLiteral,
                Expression.Name,
                Expression.New,
                Expression.Null,
                Expression.Number,
                Expression.Slice,
                Expression.Spread,
                Expression.Super,
                Expression.Template,
                Expression.Text,
                Expression.This,
                Expression.Unary,
                Expression.Unknown,
                Expression.Yield {
    /** Where it stands. */
    TextRange range();

    /** A text, escapes resolved; bytes are texts too. */
    record Text(TextRange range, String value) implements Expression {}

    /** A number as it was written, separators and suffixes left out. */
    record Number(TextRange range, String written) implements Expression {}

    /** True or false. */
    record Bool(TextRange range, boolean value) implements Expression {}

    /** No value: {@code None}, {@code null}, {@code undefined}, {@code nil}. */
    record Null(TextRange range) implements Expression {}

    /** A text put together: an f-string, a template literal, an interpolated string. Texts between are {@link Text}. */
    record Template(TextRange range, List<Expression> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** What a name stands for: a variable, function, class, import or builtin. */
    record Name(TextRange range, String name) implements Expression {}

    /** The object whose method this is ({@code this}, Python's first parameter, Go's receiver), or its class. */
    record This(TextRange range) implements Expression {}

    /** The object as one of the class above; called, the constructor of that. */
    record Super(TextRange range) implements Expression {}

    /** A field, property, method or member of a module; {@code ?.} too. */
    record Field(TextRange range, Expression of, String name) implements Expression {}

    /** An element by its key or index. */
    record Index(TextRange range, Expression of, Expression key) implements Expression {}

    /** A part of a list or text. */
    record Slice(
            TextRange range,
            Expression of,
            @Nullable Expression from,
            @Nullable Expression to) implements Expression {}

    /** A call. In Python, making an object is a call too. */
    record Call(TextRange range, Expression callee, List<Argument> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Makes an object. The fields that the same expression gives it ({@code new Request { Key = k }}, a Go composite literal, a
     * JSX element) are arguments with names.
     *
     * @param type a name, a field of one, or in JavaScript any expression
     * @param arguments what the constructor gets, then the fields
     * @param body what an anonymous class adds
     */
    record New(
            TextRange range,
            Expression type,
            List<Argument> arguments,
            @Nullable ClassDeclaration body) implements Expression {
        public New {
            arguments = List.copyOf(arguments);
        }
    }

    /** A list, set or tuple. */
    record Collection(TextRange range, Kind kind, List<Expression> items) implements Expression {
        public Collection {
            items = List.copyOf(items);
        }

        /** What sort of collection it is. */
        public enum Kind {
            LIST,
            SET,
            TUPLE
        }
    }

    /** A map, dictionary or object literal. */
    record MapLiteral(TextRange range, List<Entry> entries) implements Expression {
        public MapLiteral {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One entry of a {@link MapLiteral}.
     *
     * @param key the key, a {@link Text} for a name; null where the value is a {@link Spread}
     */
    record Entry(@Nullable Expression key, Expression value) {}

    /**
     * All elements of a list, or all entries of a map, in the place of one.
     *
     * @param keyed whether it stands for named arguments or entries
     */
    record Spread(TextRange range, Expression of, boolean keyed) implements Expression {}

    /**
     * A collection or map made of the elements of others. What its clauses declare belongs to the function around.
     *
     * @param key the key of each entry; null where it is no map
     * @param value each element, or the value of each entry
     * @param clauses from the outermost to the innermost
     */
    record Comprehension(TextRange range, @Nullable Expression key, Expression value, List<Clause> clauses)
            implements Expression {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * One {@code for} of a {@link Comprehension}.
     *
     * @param of what the elements are taken from
     * @param conditions what holds for those that are taken
     */
    record Clause(Target target, Expression of, List<Expression> conditions) {
        public Clause {
            conditions = List.copyOf(conditions);
        }
    }

    /** Some element of a list (key of a map, character of a text): what the variable of a loop holds. */
    record Element(TextRange range, Expression of) implements Expression {}

    /** An assignment, whose value is what was assigned. {@code a += b} assigns {@code a + b}. */
    record Assign(TextRange range, Target target, Expression value) implements Expression {}

    /** The value of a promise, task or coroutine. */
    record Await(TextRange range, Expression of) implements Expression {}

    /** Gives a value, or all values of another generator, to whoever iterates over the function's result. */
    record Yield(TextRange range, @Nullable Expression value) implements Expression {}

    /** Two operands; the second is evaluated only where that is needed. */
    record Binary(TextRange range, Operator operator, Expression left, Expression right) implements Expression {}

    /** One operand. */
    record Unary(TextRange range, Operator operator, Expression operand) implements Expression {}

    /** One of two values. */
    record Conditional(TextRange range, Expression condition, Expression then, Expression otherwise)
            implements Expression {}

    /** The same value as something of a type. */
    record Cast(TextRange range, Expression of, TypeName type) implements Expression {}

    /**
     * Something that the small language has no word for, a syntax error, or what went beyond a bound.
     *
     * @param reason what it is, a noun without an article: {@code syntax error}, {@code regular expression}
     * @param parts the expressions in it that could be read, so that no call is lost
     */
    record Unknown(TextRange range, String reason, List<Expression> parts) implements Expression {
        public Unknown {
            parts = List.copyOf(parts);
        }
    }
}
