package dev.parapet.read.code.go;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Composite literals: https://go.dev/ref/spec#Composite_literals. */
final class GoLiterals {
    private final GoLowering lowering;

    GoLiterals(GoLowering lowering) {
        this.lowering = lowering;
    }

    Expression composite(SyntaxNode node) {
        SyntaxNode body = node.field("body");
        return body == null ? lowering.unknown(node) : value(node.range(), node.field("type"), body);
    }

    /**
     * A value in braces.
     *
     * @param type its type; null where the braces around do not say it
     */
    private Expression value(TextRange range, @Nullable SyntaxNode type, SyntaxNode body) {
        return lowering.deeper(
                () -> of(range, type == null ? null : plain(type), body),
                () -> new Expression.Unknown(range, "deep nesting", List.of()));
    }

    private Expression of(TextRange range, @Nullable SyntaxNode type, SyntaxNode body) {
        return switch (type == null ? "" : type.kind()) {
            case "slice_type", "array_type", "implicit_length_array_type" ->
                list(range, type == null ? null : type.field("element"), body);
            case "map_type" -> map(range, type == null ? null : type.field("value"), body);
            case "struct_type" -> map(range, null, body);
            case "" -> hasKeys(body) ? map(range, null, body) : list(range, null, body);
            default -> named(range, type, body);
        };
    }

    /** A value of a type with a name, which is a struct's unless its keys cannot be names of fields. */
    private Expression named(TextRange range, @Nullable SyntaxNode type, SyntaxNode body) {
        List<Argument> fields = new ArrayList<>();
        for (SyntaxNode element : body.children()) {
            SyntaxNode key = key(element);
            if (element.is("keyed_element") && (key == null || !key.is("identifier"))) {
                return map(range, null, body);
            }
            fields.add(new Argument(key == null ? null : key.text(), element(element, null)));
        }
        return new Expression.New(range, type == null ? new Expression.Name(range, "?") : type(type), fields, null);
    }

    private Expression list(TextRange range, @Nullable SyntaxNode type, SyntaxNode body) {
        List<Expression> items = new ArrayList<>();
        for (SyntaxNode element : body.children()) {
            SyntaxNode key = key(element);
            // An index that is said; where it is computed, it may hold calls.
            if (key != null && !key.is("identifier") && !key.is("int_literal")) {
                items.add(lowering.expression(key));
            }
            items.add(element(element, type));
        }
        return new Expression.Collection(range, Expression.Collection.Kind.LIST, items);
    }

    private Expression map(TextRange range, @Nullable SyntaxNode type, SyntaxNode body) {
        boolean ofStruct = type == null;
        List<Expression.Entry> entries = new ArrayList<>();
        for (SyntaxNode element : body.children()) {
            SyntaxNode key = key(element);
            @Nullable
            Expression lowered = key == null
                    ? null
                    : ofStruct && key.is("identifier")
                            ? new Expression.Text(key.range(), key.text())
                            : key.is("literal_value") ? value(key.range(), null, key) : lowering.expression(key);
            entries.add(new Expression.Entry(lowered, element(element, type)));
        }
        return new Expression.MapLiteral(range, entries);
    }

    private static boolean hasKeys(SyntaxNode body) {
        return body.has("keyed_element");
    }

    private static @Nullable SyntaxNode key(SyntaxNode element) {
        SyntaxNode key = element.is("keyed_element") ? element.field("key") : null;
        return key == null ? null : key.firstChild();
    }

    private Expression element(SyntaxNode element, @Nullable SyntaxNode type) {
        SyntaxNode holder = element.is("keyed_element") ? element.field("value") : element;
        SyntaxNode value = holder == null || !holder.is("literal_element") ? holder : holder.firstChild();
        if (value == null) {
            return lowering.unknown(element);
        }
        return value.is("literal_value") ? value(value.range(), type, value) : lowering.expression(value);
    }

    /** The type that pointers and parentheses are around. */
    private static SyntaxNode plain(SyntaxNode type) {
        SyntaxNode inner = type;
        while (inner.is("pointer_type") || inner.is("parenthesized_type")) {
            SyntaxNode next = inner.firstChild();
            if (next == null) {
                return inner;
            }
            inner = next;
        }
        return inner;
    }

    /** A type as what it names. */
    Expression type(SyntaxNode written) {
        SyntaxNode type = plain(written);
        SyntaxNode base = type.field("type");
        SyntaxNode name = type.field("name");
        SyntaxNode around = type.field("package");
        if (type.is("generic_type") && base != null) {
            return lowering.deeper(
                    () -> type(base), () -> new Expression.Unknown(type.range(), "deep nesting", List.of()));
        }
        if (type.is("qualified_type") && name != null && around != null) {
            return new Expression.Field(
                    type.range(), new Expression.Name(around.range(), around.text()), Lowering.text(name));
        }
        return type.is("type_identifier") || type.is("identifier")
                ? new Expression.Name(type.range(), type.text())
                : new Expression.Unknown(type.range(), type.kind().replace('_', ' '), List.of());
    }

    /** {@code make(T, …)} and {@code new(T)}: https://go.dev/ref/spec#Allocation. */
    @Nullable
    Expression allocated(SyntaxNode node, String function, List<SyntaxNode> arguments) {
        if (arguments.isEmpty()) {
            return null;
        }
        TextRange range = node.range();
        SyntaxNode type = plain(arguments.getFirst());
        boolean made = function.equals("make");
        return switch (type.kind()) {
            case "slice_type", "channel_type", "array_type" ->
                new Expression.Collection(
                        range,
                        Expression.Collection.Kind.LIST,
                        made && type.is("slice_type") ? lengths(arguments) : List.of());
            case "map_type" -> new Expression.MapLiteral(range, List.of());
            case "type_identifier", "qualified_type", "generic_type", "identifier", "selector_expression" ->
                new Expression.New(
                        range,
                        type.is("selector_expression") ? lowering.expression(type) : type(type),
                        List.of(),
                        null);
            default -> null;
        };
    }

    /** What says how long a list is made; that may hold calls. */
    private List<Expression> lengths(List<SyntaxNode> arguments) {
        List<Expression> lengths = new ArrayList<>();
        for (SyntaxNode length : arguments.subList(1, arguments.size())) {
            if (!length.is("int_literal") && !length.is("identifier")) {
                lengths.add(new Expression.Unknown(length.range(), "length", List.of(lowering.expression(length))));
            }
        }
        return lengths;
    }
}
