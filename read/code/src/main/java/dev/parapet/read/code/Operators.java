package dev.parapet.read.code;

import dev.parapet.model.code.Operator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Operators by the symbols that languages write them with. */
public final class Operators {
    /** Those that Java, Go, C#, JavaScript and TypeScript write alike: arithmetic, comparisons, and, or. */
    public static final Map<String, Operator> COMMON = with(Map.of());

    private Operators() {}

    /** The common ones, and some of a language's own. */
    public static Map<String, Operator> with(Map<String, Operator> own) {
        Map<String, Operator> operators = new LinkedHashMap<>();
        for (Operator operator : Operator.values()) {
            switch (operator) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> operators.put(operator.symbol(), operator);
                case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                    operators.put(operator.symbol(), operator);
                case AND, OR -> operators.put(operator.symbol(), operator);
                case NOT, COALESCE, IN, INSTANCE_OF, OTHER -> {}
            }
        }
        operators.putAll(own);
        return Collections.unmodifiableMap(operators);
    }
}
