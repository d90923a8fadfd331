package dev.parapet.core.graph.link;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a state machine in the Amazon States Language (https://states-language.net/spec.html), its substitutions made.
 *
 * @param document the definition
 * @param condition the condition under which it is this one; null where that is decided
 */
public record StateMachineDefinition(
        Value.Mapping document, @Nullable Condition condition) {
    private static final int MAX_DEPTH = 40;
    private static final List<String> INNER = List.of("Branches[]", "Iterator", "ItemProcessor");

    /**
     * A state, at whatever depth.
     *
     * @param name its name
     * @param fields its fields
     * @param condition the condition under which it is there; null where that is decided
     */
    public record State(
            String name, Value.Mapping fields, @Nullable Condition condition) {
        /** Whether its {@code Type} is this one. */
        public boolean is(String type) {
            return fields.get("Type") instanceof Value.Text text && text.text().equals(type);
        }
    }

    /** The definitions of a state machine, several under conditions; none where it is not at hand or no JSON. */
    public static List<StateMachineDefinition> of(Resource machine) {
        Map<String, Value> substitutions = new LinkedHashMap<>();
        for (PropertyPath.Hit hit : PropertyPath.of("DefinitionSubstitutions").from(machine.properties(), null)) {
            if (hit.value() instanceof Value.Mapping mapping) {
                mapping.entries().forEach((name, entry) -> substitutions.put(name, entry.value()));
            }
        }
        List<StateMachineDefinition> definitions = new ArrayList<>();
        for (String property : List.of("DefinitionString", "Definition")) {
            for (PropertyPath.Hit hit : PropertyPath.of(property).from(machine.properties(), machine.condition())) {
                Value substituted = Substitutions.into(hit.value(), substitutions);
                if (JsonText.parse(substituted) instanceof JsonText.Result.Parsed parsed
                        && parsed.value() instanceof Value.Mapping document
                        && Substitutions.into(document, substitutions) instanceof Value.Mapping definition) {
                    definitions.add(new StateMachineDefinition(definition, hit.condition()));
                }
            }
        }
        return List.copyOf(definitions);
    }

    /** All states, those of branches and of what is done for each item too, in the order of the text. */
    public List<State> states() {
        List<State> states = new ArrayList<>();
        collect(document, condition, 0, states);
        return List.copyOf(states);
    }

    private static void collect(Value definition, @Nullable Condition condition, int depth, List<State> found) {
        if (depth > MAX_DEPTH) {
            return;
        }
        for (PropertyPath.Hit states : PropertyPath.of("States").from(definition, condition)) {
            if (!(states.value() instanceof Value.Mapping named)) {
                continue;
            }
            named.entries().forEach((name, entry) -> {
                for (PropertyPath.Hit hit : PropertyPath.of("").from(entry.value(), states.condition())) {
                    if (hit.value() instanceof Value.Mapping fields) {
                        found.add(new State(name, fields, hit.condition()));
                        for (String inner : INNER) {
                            for (PropertyPath.Hit part : PropertyPath.of(inner).from(fields, hit.condition())) {
                                collect(part.value(), part.condition(), depth + 1, found);
                            }
                        }
                    }
                }
            });
        }
    }
}
