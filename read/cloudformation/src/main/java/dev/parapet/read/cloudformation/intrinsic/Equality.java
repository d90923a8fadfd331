package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import dev.parapet.model.Value;
import dev.parapet.read.cloudformation.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two values are equal, as {@code Fn::Equals} has it: texts compare exactly, numbers and booleans as texts. */
final class Equality {
    private static final int MAX_DEPTH = 20;

    private final Map<String, Parameter> parameters;

    Equality(Map<String, Parameter> parameters) {
        this.parameters = parameters;
    }

    Decision same(Value left, Value right) {
        return same(left, right, 0);
    }

    private Decision same(Value left, Value right, int depth) {
        if (depth > MAX_DEPTH) {
            return opaque(left, right);
        }
        if (left instanceof Value.Conditional either) {
            return either(either, right, depth);
        }
        if (right instanceof Value.Conditional either) {
            return either(either, left, depth);
        }
        String leftText = text(left);
        String rightText = text(right);
        if (leftText != null && rightText != null) {
            Provenance why = left.provenance() != null ? left.provenance() : right.provenance();
            return new Decision.Known(leftText.equals(rightText), why);
        }
        if (leftText != null) {
            return withText(right, leftText, left);
        }
        if (rightText != null) {
            return withText(left, rightText, right);
        }
        if (left instanceof Value.Unresolved one
                && right instanceof Value.Unresolved other
                && one.missing().equals(other.missing())
                && (one.missing().startsWith("Parameter ") || one.missing().startsWith("AWS::"))) {
            return Decision.TRUE;
        }
        if (left instanceof Value.Sequence one && right instanceof Value.Sequence other) {
            return lists(one.items(), other.items(), depth);
        }
        return opaque(left, right);
    }

    private Decision either(Value.Conditional either, Value other, int depth) {
        Decision whenTrue = same(either.whenTrue(), other, depth + 1);
        Decision whenFalse = same(either.whenFalse(), other, depth + 1);
        if (whenTrue instanceof Decision.Known one
                && whenFalse instanceof Decision.Known two
                && one.holds() == two.holds()) {
            return one;
        }
        Decision condition = new Decision.Open(either.condition());
        return Logic.or(
                List.of(Logic.and(List.of(condition, whenTrue)), Logic.and(List.of(condition.negated(), whenFalse))));
    }

    private Decision lists(List<Value> left, List<Value> right, int depth) {
        if (left.size() != right.size()) {
            return Decision.FALSE;
        }
        List<Decision> all = new ArrayList<>();
        for (int i = 0; i < left.size() && i < 1_000; i++) {
            all.add(same(left.get(i), right.get(i), depth + 1));
        }
        return Logic.and(all);
    }

    private Decision withText(Value unknown, String literal, Value written) {
        return switch (unknown) {
            case Value.Unresolved unresolved -> withUnresolved(unresolved, literal);
            case Value.Reference ignored -> literal.isEmpty() ? Decision.FALSE : opaque(unknown, written);
            case Value.DynamicReference ignored -> literal.isEmpty() ? Decision.FALSE : opaque(unknown, written);
            case Value.Composed composed -> contradicts(composed, literal) ? Decision.FALSE : opaque(unknown, written);
            case Value.Absent ignored -> Decision.of(literal.isEmpty());
            case Value.Null ignored -> Decision.of(literal.isEmpty());
            case Value.Sequence ignored -> Decision.FALSE;
            case Value.Mapping ignored -> Decision.FALSE;
            case Value.Conditional ignored -> opaque(unknown, written);
            case Value.Text ignored -> opaque(unknown, written);
            case Value.Number ignored -> opaque(unknown, written);
            case Value.Bool ignored -> opaque(unknown, written);
        };
    }

    private Decision withUnresolved(Value.Unresolved unresolved, String literal) {
        String missing = unresolved.missing();
        if (missing.startsWith("Parameter ")) {
            String name = missing.substring("Parameter ".length());
            Parameter parameter = parameters.get(name);
            if (parameter != null
                    && !parameter.allowed().isEmpty()
                    && !parameter.allowed().contains(literal)) {
                return new Decision.Known(
                        false,
                        new Provenance(
                                "parameter " + name + " is never \"" + literal + "\"",
                                parameter.value().span()));
            }
        }
        return new Decision.Open(new Condition.Equals(missing, literal));
    }

    private static boolean contradicts(Value.Composed composed, String literal) {
        Value first = composed.parts().getFirst();
        Value last = composed.parts().getLast();
        return (first instanceof Value.Text prefix && !literal.startsWith(prefix.text()))
                || (last instanceof Value.Text suffix && !literal.endsWith(suffix.text()));
    }

    private static Decision opaque(Value left, Value right) {
        return new Decision.Open(new Condition.Opaque(shown(left, 0) + " is " + shown(right, 0)));
    }

    static @Nullable String text(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Number number -> number.value().toPlainString();
            default -> null;
        };
    }

    private static String shown(Value value, int depth) {
        String text = text(value);
        if (text != null) {
            return '"' + (text.length() > 100 ? text.substring(0, 100) + "…" : text) + '"';
        }
        return switch (value) {
            case Value.Reference reference ->
                reference.attribute().equals("Ref")
                        ? reference.target().name()
                        : reference.target().name() + "." + reference.attribute();
            case Value.Unresolved unresolved -> unresolved.missing();
            case Value.DynamicReference dynamic -> "{{resolve:" + dynamic.service() + ":" + dynamic.key() + "}}";
            case Value.Composed composed -> {
                StringBuilder shown = new StringBuilder();
                for (int i = 0; i < composed.parts().size() && i < 20 && depth < 3; i++) {
                    shown.append(i == 0 ? "" : " + ")
                            .append(shown(composed.parts().get(i), depth + 1));
                }
                yield shown.toString();
            }
            case Value.Sequence ignored -> "a list";
            case Value.Mapping ignored -> "a mapping";
            case Value.Conditional ignored -> "a choice";
            default -> "nothing";
        };
    }
}
