package dev.parapet.read.cloudformation;

import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import dev.parapet.model.Value;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a reading says, as text that a test can compare. */
final class Told {
    private Told() {}

    /** The properties of one resource, a line each. */
    static String properties(Stack stack, String name) {
        StringBuilder told = new StringBuilder();
        for (Map.Entry<String, Value.Entry> entry :
                resource(stack, name).properties().entries().entrySet()) {
            told.append(entry.getKey())
                    .append(": ")
                    .append(value(entry.getValue().value()))
                    .append('\n');
        }
        return told.toString();
    }

    static Resource resource(Stack stack, String name) {
        for (Resource resource : stack.resources()) {
            if (resource.id().name().equals(name)) {
                return resource;
            }
        }
        throw new AssertionError("no resource is called " + name + " in " + stack.id());
    }

    static String parameter(Stack stack, String name) {
        return value(Objects.requireNonNull(stack.parameters().get(name), name));
    }

    static String outputs(Stack stack) {
        StringBuilder told = new StringBuilder();
        new TreeMap<>(stack.outputs())
                .forEach((name, value) ->
                        told.append(name).append(": ").append(value(value)).append('\n'));
        return told.toString();
    }

    static String value(Value value) {
        String told = switch (value) {
            case Value.Null ignored -> "null";
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Number number -> number.value().toPlainString();
            case Value.Text text -> '"' + text.text() + '"';
            case Value.Sequence sequence -> {
                StringBuilder all = new StringBuilder("[");
                for (Value item : sequence.items()) {
                    all.append(all.length() == 1 ? "" : ", ").append(value(item));
                }
                yield all.append(']').toString();
            }
            case Value.Mapping mapping -> {
                StringBuilder all = new StringBuilder("{");
                for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                    all.append(all.length() == 1 ? "" : ", ")
                            .append(entry.getKey())
                            .append(": ")
                            .append(value(entry.getValue().value()));
                }
                yield all.append('}').toString();
            }
            case Value.Reference reference -> "-> " + reference.target() + "." + reference.attribute();
            case Value.Composed composed -> {
                StringBuilder all = new StringBuilder("<");
                for (Value part : composed.parts()) {
                    all.append(all.length() == 1 ? "" : " + ").append(value(part));
                }
                yield all.append('>').toString();
            }
            case Value.DynamicReference dynamic -> "{{" + dynamic.service() + " " + dynamic.key() + "}}";
            case Value.Conditional either ->
                "if (" + condition(either.condition()) + ") then " + value(either.whenTrue()) + " else "
                        + value(either.whenFalse());
            case Value.Absent ignored -> "nothing";
            case Value.Unresolved unresolved -> "?" + unresolved.missing() + " (" + unresolved.reason() + ")";
        };
        return value.provenance() == null
                ? told
                : told + " (" + value.provenance().text() + ")";
    }

    static String condition(Condition condition) {
        return switch (condition) {
            case Condition.Named named -> named.name() + ": " + condition(named.meaning());
            case Condition.Equals equals -> equals.unknown() + " = " + equals.literal();
            case Condition.Opaque opaque -> opaque.text();
            case Condition.Not not -> "not (" + condition(not.operand()) + ")";
            case Condition.And and ->
                and.operands().stream().map(Told::condition).toList() + " all";
            case Condition.Or or -> or.operands().stream().map(Told::condition).toList() + " any";
        };
    }
}
