package dev.parapet.core.need;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.List;

/** Values as code can have them. */
public final class FuzzedValues {
    private static final int MAXIMUM_DEPTH = 4;
    private static final int MAXIMUM_TEXT = 60;

    private FuzzedValues() {}

    /** Some value. */
    public static FlowValue value(FuzzedDataProvider data) {
        return value(data, 0);
    }

    private static FlowValue value(FuzzedDataProvider data, int depth) {
        int kind = data.consumeInt(0, depth < MAXIMUM_DEPTH ? 9 : 4);
        return switch (kind) {
            case 0, 1 -> new FlowValue.Text(data.consumeString(MAXIMUM_TEXT));
            case 2 -> new FlowValue.Environment(data.consumeString(MAXIMUM_TEXT));
            case 3 -> new FlowValue.Nothing();
            case 4 -> new FlowValue.Unknown("it is computed");
            case 5 -> new FlowValue.ListOf(values(data, depth));
            case 6 -> new FlowValue.MapOf(arguments(data, depth));
            case 7 -> Values.concatenation(values(data, depth));
            case 8 -> Values.either(values(data, depth));
            default -> new FlowValue.Item(value(data, depth + 1), value(data, depth + 1));
        };
    }

    private static List<FlowValue> values(FuzzedDataProvider data, int depth) {
        List<FlowValue> values = new ArrayList<>();
        int size = data.consumeInt(1, 4);
        for (int i = 0; i < size; i++) {
            values.add(value(data, depth + 1));
        }
        return values;
    }

    /** What some call is given, or a map holds. */
    public static List<FlowArgument> arguments(FuzzedDataProvider data) {
        return arguments(data, 0);
    }

    private static List<FlowArgument> arguments(FuzzedDataProvider data, int depth) {
        List<FlowArgument> arguments = new ArrayList<>();
        int size = data.consumeInt(0, 4);
        for (int i = 0; i < size; i++) {
            String name = data.consumeBoolean()
                    ? data.pickValue(List.of("Bucket", "Key", "TableName", "Put", "Statement", "CopySource", "a"))
                    : null;
            arguments.add(new FlowArgument(name, value(data, depth + 1), data.consumeBoolean()));
        }
        return arguments;
    }
}
