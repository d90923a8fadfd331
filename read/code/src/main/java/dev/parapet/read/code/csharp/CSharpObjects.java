package dev.parapet.read.code.csharp;

import dev.parapet.model.code.Argument;
import dev.parapet.model.code.Expression;
import dev.parapet.model.code.TextRange;
import dev.parapet.read.code.Lowering;
import dev.parapet.read.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code new}, with what stands in braces: objects, collections and maps. */
final class CSharpObjects {
    /** Collections whose objects begin empty, or as copies: https://learn.microsoft.com/dotnet/standard/collections/. */
    private static final Set<String> MAPS =
            Set.of("Dictionary", "SortedDictionary", "SortedList", "ConcurrentDictionary");

    private static final Set<String> COLLECTIONS = Set.of(
            "List",
            "HashSet",
            "Queue",
            "Stack",
            "LinkedList",
            "SortedSet",
            "ConcurrentBag",
            "ConcurrentQueue",
            "Dictionary",
            "SortedDictionary",
            "SortedList",
            "ConcurrentDictionary");

    private final CSharpLowering lowering;

    CSharpObjects(CSharpLowering lowering) {
        this.lowering = lowering;
    }

    /** A value where a type is stated; {@code new()} makes an object of that. */
    Expression value(SyntaxNode value, @Nullable SyntaxNode type) {
        return value.is("implicit_object_creation_expression") && type != null && !type.is("implicit_type")
                ? lowering.deeper(() -> made(value, type), () -> tooDeep(value))
                : lowering.expression(value);
    }

    private static Expression tooDeep(SyntaxNode node) {
        return new Expression.Unknown(node.range(), "deep nesting", List.of());
    }

    /** {@code new T(…) { … }}, {@code new() { … }}. */
    Expression made(SyntaxNode node, @Nullable SyntaxNode type) {
        TextRange range = node.range();
        List<Argument> arguments = lowering.expressions().arguments(node.child("argument_list"));
        SyntaxNode braces = node.child("initializer_expression");
        List<SyntaxNode> entries = braces == null ? List.of() : braces.children();
        if (!entries.isEmpty() && entries.stream().noneMatch(CSharpObjects::isField)) {
            Expression collection = collection(node, entries);
            // What a copy is made of is among its elements.
            return arguments.isEmpty() || !(collection instanceof Expression.Collection list)
                    ? collection
                    : new Expression.Collection(range, list.kind(), with(arguments, list.items()));
        }
        if (entries.isEmpty()
                && type != null
                && COLLECTIONS.contains(CSharpNames.type(type).name())) {
            return MAPS.contains(CSharpNames.type(type).name())
                    ? new Expression.MapLiteral(range, spread(arguments))
                    : new Expression.Collection(range, Expression.Collection.Kind.LIST, with(arguments, List.of()));
        }
        for (SyntaxNode entry : entries) {
            arguments.add(field(entry));
        }
        Expression made = type == null ? new Expression.Unknown(range, "implied type", List.of()) : type(type);
        return new Expression.New(range, made, arguments, null);
    }

    private static List<Expression> with(List<Argument> copied, List<Expression> items) {
        List<Expression> all = new ArrayList<>();
        // A number says how large it will be.
        copied.stream()
                .filter(it -> !(it.value() instanceof Expression.Number))
                .forEach(it -> all.add(new Expression.Spread(it.value().range(), it.value(), false)));
        all.addAll(items);
        return all;
    }

    private static List<Expression.Entry> spread(List<Argument> copied) {
        List<Expression.Entry> entries = new ArrayList<>();
        copied.forEach(it -> entries.add(
                new Expression.Entry(null, new Expression.Spread(it.value().range(), it.value(), true))));
        return entries;
    }

    private static boolean isField(SyntaxNode entry) {
        SyntaxNode left = entry.is("assignment_expression") ? entry.field("left") : null;
        return left != null && left.is("identifier");
    }

    /** A field; its value in braces without {@code new} adds to what it holds. */
    private Argument field(SyntaxNode entry) {
        SyntaxNode left = entry.field("left");
        SyntaxNode right = entry.field("right");
        return isField(entry) && left != null && right != null
                ? new Argument(left.text(), lowering.expression(right))
                : new Argument(null, lowering.expression(entry));
    }

    /** Values in braces: entries of a map, where they have keys, or elements of a list. */
    Expression collection(SyntaxNode node, List<SyntaxNode> entries) {
        List<Expression.Entry> map = new ArrayList<>();
        List<Expression> items = new ArrayList<>();
        for (SyntaxNode entry : entries) {
            SyntaxNode left = entry.is("assignment_expression") ? entry.field("left") : null;
            SyntaxNode right = entry.field("right");
            SyntaxNode key = left == null ? null : left.firstChild();
            if (key != null && right != null) {
                map.add(new Expression.Entry(lowering.expression(CSharpTargets.last(key)), lowering.expression(right)));
            } else if (entry.is("initializer_expression") && entry.children().size() == 2) {
                List<Expression> pair = lowering.expressions(entry.children());
                map.add(new Expression.Entry(pair.getFirst(), pair.getLast()));
            } else {
                items.add(lowering.expression(entry));
            }
        }
        return map.isEmpty()
                ? new Expression.Collection(node.range(), Expression.Collection.Kind.LIST, items)
                : new Expression.MapLiteral(node.range(), map);
    }

    /** Values in braces by themselves: an array, or the fields of what a field holds. */
    Expression braces(SyntaxNode node) {
        List<SyntaxNode> entries = node.children();
        if (!entries.isEmpty() && entries.stream().allMatch(CSharpObjects::isField)) {
            List<Expression.Entry> fields = new ArrayList<>();
            for (SyntaxNode entry : entries) {
                Argument field = field(entry);
                fields.add(new Expression.Entry(
                        new Expression.Text(entry.range(), Lowering.text(entry.field("left"))), field.value()));
            }
            return new Expression.MapLiteral(node.range(), fields);
        }
        return collection(node, entries);
    }

    /** {@code new { a.Id, Name = x }} has fields, those without a name called as what they are. */
    Expression anonymous(SyntaxNode node) {
        List<Expression.Entry> entries = new ArrayList<>();
        List<SyntaxNode> parts = node.allChildren();
        for (int i = 0; i < parts.size(); i++) {
            SyntaxNode part = parts.get(i);
            if (!part.isNamed()) {
                continue;
            }
            boolean named = i + 2 < parts.size() && parts.get(i + 1).is("=");
            SyntaxNode value = named ? parts.get(i + 2) : part;
            String name =
                    named ? part.text() : CSharpNames.plain(part.field("name") == null ? part : part.field("name"));
            entries.add(new Expression.Entry(new Expression.Text(part.range(), name), lowering.expression(value)));
            i += named ? 2 : 0;
        }
        return new Expression.MapLiteral(node.range(), entries);
    }

    /** A record with some fields changed. */
    Expression changed(SyntaxNode node) {
        SyntaxNode of = node.firstChild();
        List<Expression.Entry> entries = new ArrayList<>();
        if (of == null) {
            return lowering.unknown(node);
        }
        Expression before = lowering.expression(of);
        entries.add(new Expression.Entry(null, new Expression.Spread(before.range(), before, true)));
        for (SyntaxNode change : node.children()) {
            List<SyntaxNode> parts = change.children();
            if (change.is("with_initializer") && parts.size() == 2) {
                entries.add(new Expression.Entry(
                        new Expression.Text(
                                parts.getFirst().range(), parts.getFirst().text()),
                        lowering.expression(parts.getLast())));
            }
        }
        return new Expression.MapLiteral(node.range(), entries);
    }

    /** A type as what it names. */
    Expression type(SyntaxNode type) {
        return switch (type.kind()) {
            case "identifier", "generic_name", "predefined_type" ->
                new Expression.Name(type.range(), CSharpNames.plain(type));
            case "qualified_name", "alias_qualified_name" -> lowering.expression(type);
            case "nullable_type", "array_type" -> {
                SyntaxNode inner = type.field("type");
                yield inner == null ? lowering.unknown(type) : lowering.deeper(() -> type(inner), () -> tooDeep(type));
            }
            default -> new Expression.Unknown(type.range(), type.kind().replace('_', ' '), List.of());
        };
    }
}
