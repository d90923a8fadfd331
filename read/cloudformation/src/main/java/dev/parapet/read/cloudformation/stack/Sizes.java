package dev.parapet.read.cloudformation.stack;

import dev.parapet.model.Value;

/** Keeps what one stack hands to another small, since stacks could hand it on and on, doubled each time. */
final class Sizes {
    private static final int MAX_VALUES = 2_000;
    private static final int MAX_CHARACTERS = 100_000;

    private int values;
    private int characters;

    private Sizes() {}

    static Value bounded(Value value, String name) {
        Sizes sizes = new Sizes();
        sizes.count(value, 0);
        return sizes.values > MAX_VALUES || sizes.characters > MAX_CHARACTERS
                ? new Value.Unresolved("Parameter " + name, "the value of " + name + " is too large", value.span())
                : value;
    }

    private void count(Value value, int depth) {
        values++;
        if (values > MAX_VALUES || depth > 40) {
            values = MAX_VALUES + 1;
            return;
        }
        switch (value) {
            case Value.Text text ->
                characters =
                        Math.min(MAX_CHARACTERS + 1, characters + text.text().length());
            case Value.Sequence sequence -> {
                for (Value item : sequence.items()) {
                    count(item, depth + 1);
                }
            }
            case Value.Mapping mapping -> {
                for (Value.Entry entry : mapping.entries().values()) {
                    count(entry.value(), depth + 1);
                }
            }
            case Value.Composed composed -> {
                for (Value part : composed.parts()) {
                    count(part, depth + 1);
                }
            }
            case Value.Conditional either -> {
                count(either.whenTrue(), depth + 1);
                count(either.whenFalse(), depth + 1);
            }
            case Value.Null ignored -> {}
            case Value.Bool ignored -> {}
            case Value.Number ignored -> {}
            case Value.Reference ignored -> {}
            case Value.DynamicReference ignored -> {}
            case Value.Absent ignored -> {}
            case Value.Unresolved ignored -> {}
        }
    }
}
