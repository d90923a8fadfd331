package dev.parapet.read.cloudformation.intrinsic;

import dev.parapet.model.Condition;
import dev.parapet.model.Provenance;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code Conditions} section: each condition is decided once, when somebody first asks for it. */
final class Conditions {
    private static final int MAX_DEPTH = 60;
    /** A condition made of more is known by its name alone. */
    private static final int MAX_SIZE = 500;

    private final String stack;
    private final Value.Mapping section;
    private final Resolver resolver;
    private final Equality equality;
    private final Map<String, Decision> decided = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private int depth;

    Conditions(String stack, Value.Mapping section, Resolver resolver, Equality equality) {
        this.stack = stack;
        this.section = section;
        this.resolver = resolver;
        this.equality = equality;
    }

    /** Where a condition is declared. */
    Span span(String name, Span otherwise) {
        Value declared = section.get(name);
        return declared == null ? otherwise : declared.span();
    }

    Decision named(String name) {
        Decision known = decided.get(name);
        if (known != null) {
            return known;
        }
        Value declared = section.get(name);
        if (declared == null) {
            return new Decision.Open(new Condition.Named(stack, name, new Condition.Opaque(name + " is not declared")));
        }
        if (!asked.add(name)) {
            return new Decision.Open(
                    new Condition.Named(stack, name, new Condition.Opaque(name + " refers to itself")));
        }
        Decision decision = decide(declared);
        if (decision instanceof Decision.Open open) {
            Condition meaning = Logic.size(open.condition(), MAX_SIZE) >= MAX_SIZE
                    ? new Condition.Opaque("what " + name + " says")
                    : open.condition();
            decision = new Decision.Open(new Condition.Named(stack, name, meaning));
        }
        asked.remove(name);
        decided.put(name, decision);
        return decision;
    }

    /** Decides a condition function, or the name of a condition. */
    Decision decide(Value condition) {
        if (depth >= MAX_DEPTH) {
            return new Decision.Open(new Condition.Opaque("a condition that is nested too deep"));
        }
        depth++;
        try {
            if (condition instanceof Value.Text name) {
                return named(name.text());
            }
            if (condition instanceof Value.Bool bool) {
                return Decision.of(bool.value());
            }
            if (condition instanceof Value.Mapping function
                    && function.entries().size() == 1) {
                Map.Entry<String, Value.Entry> entry =
                        function.entries().entrySet().iterator().next();
                return function(entry.getKey(), entry.getValue().value());
            }
            return new Decision.Open(new Condition.Opaque("a condition that cannot be read"));
        } finally {
            depth--;
        }
    }

    private Decision function(String name, Value argument) {
        List<Value> operands = argument instanceof Value.Sequence sequence ? sequence.items() : List.of(argument);
        return switch (name) {
            case "Condition" ->
                argument instanceof Value.Text text
                        ? named(text.text())
                        : new Decision.Open(new Condition.Opaque("a condition that cannot be read"));
            case "Fn::Not" ->
                operands.size() == 1
                        ? decide(operands.getFirst()).negated()
                        : new Decision.Open(new Condition.Opaque("Fn::Not of several conditions"));
            case "Fn::And" -> Logic.and(all(operands));
            case "Fn::Or" -> Logic.or(all(operands));
            case "Fn::Equals" ->
                operands.size() == 2
                        ? equality.same(resolver.resolve(operands.get(0)), resolver.resolve(operands.get(1)))
                        : new Decision.Open(new Condition.Opaque("Fn::Equals of other than two values"));
            default -> new Decision.Open(new Condition.Opaque("what " + name + " says"));
        };
    }

    private List<Decision> all(List<Value> operands) {
        List<Decision> decisions = new ArrayList<>();
        for (Value operand : operands) {
            decisions.add(decide(operand));
        }
        return decisions;
    }

    /** Why a value is what the branch of a decided condition says. */
    Provenance why(String name, Decision.Known known, Span asked) {
        String text = name + " is " + known.holds();
        Provenance why = known.why();
        return why == null
                ? new Provenance(text, span(name, asked))
                : new Provenance(text + " because " + why.text(), why.span());
    }
}
