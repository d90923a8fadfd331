package dev.parapet.core.rule.function;

import dev.parapet.core.graph.link.Substitutions;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.evaluation.Maps;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a state machine is made of: {@code definition(node)}, {@code states(node)}. See the Amazon States Language
 * (https://states-language.net/spec.html), sections "Parallel State" and "Map State", for where states stand within states.
 */
final class StateFunctions implements FunctionFamily {
    private static final int MAX_DEPTH = 40;

    private static final List<String> INNER = List.of("Branches", "ItemProcessor", "Iterator");

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.of("definition", 1), Signature.of("states", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        if (!(arguments.get(0) instanceof Datum.Item item)) {
            return new Datum.Failure(function + "() takes a state machine");
        }
        Datum definition = definition(evaluation.properties(item.node()), evaluation);
        if (function.equals("definition") || definition instanceof Datum.Unknown) {
            return definition;
        }
        List<Datum> states = new ArrayList<>();
        addStates(definition, states, evaluation, 0);
        return new Datum.Listing(states, definition.basis());
    }

    /** The definition as a mapping, its substitutions made; null where there is none, or none in JSON. */
    private static Datum definition(Datum properties, Evaluation evaluation) {
        Datum written = property(properties, "Definition", evaluation);
        if (written instanceof Datum.Null) {
            written = property(properties, "DefinitionString", evaluation);
        }
        if (written instanceof Datum.Null) {
            Datum elsewhere = property(properties, "DefinitionS3Location", evaluation);
            return elsewhere instanceof Datum.Null
                    ? elsewhere
                    : Datum.Unknown.of("the definition in a bucket", true, elsewhere.basis());
        }
        Map<String, Value> substitutions = new LinkedHashMap<>();
        if (property(properties, "DefinitionSubstitutions", evaluation) instanceof Datum.Structure named) {
            named.mapping().entries().forEach((name, entry) -> substitutions.put(name, entry.value()));
        }
        Value text = TextFunctions.valueOf(written);
        if (text != null && !substitutions.isEmpty()) {
            Datum made = evaluation.datum(Substitutions.into(text, substitutions));
            written = made instanceof Datum.Unknown ? written : made;
        }
        Datum read = TextFunctions.json(written, evaluation);
        return read instanceof Datum.Structure(Value.Mapping mapping, Basis basis) && !substitutions.isEmpty()
                ? new Datum.Structure((Value.Mapping) Substitutions.into(mapping, substitutions), basis)
                : read;
    }

    private static Datum property(Datum mapping, String name, Evaluation evaluation) {
        Datum value = Maps.get(mapping, name, evaluation);
        return value == null ? new Datum.Null(mapping.basis()) : value;
    }

    private static void addStates(Datum definition, List<Datum> states, Evaluation evaluation, int depth) {
        evaluation.step(1);
        if (depth > MAX_DEPTH) {
            return;
        }
        Datum named = property(definition, "States", evaluation);
        for (Datum state : Maps.entries(named, evaluation).values()) {
            if (!(state instanceof Datum.Structure)) {
                continue;
            }
            states.add(state);
            for (String inner : INNER) {
                Datum machines = property(state, inner, evaluation);
                if (machines instanceof Datum.Listing(List<Datum> branches, Basis ignored)) {
                    for (Datum branch : branches) {
                        addStates(branch, states, evaluation, depth + 1);
                    }
                } else {
                    addStates(machines, states, evaluation, depth + 1);
                }
            }
        }
    }
}
