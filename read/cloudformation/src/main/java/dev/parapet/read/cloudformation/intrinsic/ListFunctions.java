package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Decimal;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code Fn::Select}, {@code Fn::Length} and {@code Fn::Cidr}. */
final class ListFunctions {
    private final Resolver resolver;
    private final Budget budget;

    ListFunctions(Resolver resolver, Budget budget) {
        this.resolver = resolver;
        this.budget = budget;
    }

    Value select(Value argument, Span span) {
        if (!(argument instanceof Value.Sequence sequence) || sequence.items().size() != 2) {
            return new Value.Unresolved("Fn::Select", "Fn::Select needs an index and a list", span);
        }
        int index = index(resolver.resolve(sequence.items().get(0)));
        if (index < 0) {
            return Resolver.malformed("Fn::Select", "the index", span);
        }
        return select(index, resolver.resolve(sequence.items().get(1)), span);
    }

    private Value select(int index, Value list, Span span) {
        if (list instanceof Value.Conditional either
                && either.whenTrue() instanceof Value.Sequence
                && either.whenFalse() instanceof Value.Sequence) {
            return new Value.Conditional(
                    either.condition(),
                    select(index, either.whenTrue(), span),
                    select(index, either.whenFalse(), span),
                    span);
        }
        if (!(list instanceof Value.Sequence values)) {
            return TextFunctions.part(list, span);
        }
        for (int i = 0; i <= index && i < values.items().size(); i++) {
            if (values.items().get(i) instanceof Value.Conditional either
                    && (either.whenTrue() instanceof Value.Absent || either.whenFalse() instanceof Value.Absent)) {
                return Resolver.malformed("Fn::Select", "the length of the list", span);
            }
        }
        return index < values.items().size()
                ? Places.at(values.items().get(index), span, budget)
                : new Value.Unresolved("Fn::Select", "the list has no item " + index + ", counted from 0", span);
    }

    static int index(Value value) {
        String text = Equality.text(value);
        if (text == null || text.isEmpty() || text.length() > 6) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
            index = 10 * index + text.charAt(i) - '0';
        }
        return index;
    }

    Value length(Value argument, Span span) {
        if (resolver.resolve(argument) instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                if (item instanceof Value.Conditional) {
                    return Resolver.malformed("Fn::Length", "the length", span);
                }
            }
            return new Value.Number(Decimal.of(sequence.items().size()), span);
        }
        return Resolver.malformed("Fn::Length", "the list", span);
    }

    Value cidr(Value argument, Span span) {
        List<String> texts = new ArrayList<>();
        if (resolver.resolve(argument) instanceof Value.Sequence sequence) {
            for (Value item : sequence.items()) {
                String text = Equality.text(item);
                if (text == null) {
                    return Resolver.malformed("Fn::Cidr", "the address block", span);
                }
                texts.add(text);
            }
        }
        int count = texts.size() < 2 ? -1 : index(new Value.Text(texts.get(1), span));
        int bits = texts.size() < 3 ? -1 : index(new Value.Text(texts.get(2), span));
        if (texts.size() < 2 || texts.size() > 3 || count < 1 || (texts.size() == 3 && bits < 1)) {
            return Resolver.malformed("Fn::Cidr", "the address block", span);
        }
        List<String> blocks = CidrBlocks.of(texts.getFirst(), count, bits);
        if (blocks.isEmpty()) {
            return new Value.Unresolved("Fn::Cidr", "the address block cannot be divided like that", span);
        }
        List<Value> items = new ArrayList<>(blocks.size());
        for (String block : blocks) {
            items.add(new Value.Text(block, span));
        }
        return new Value.Sequence(items, span);
    }
}
