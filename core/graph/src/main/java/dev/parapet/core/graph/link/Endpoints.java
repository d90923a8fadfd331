package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts endpoints into the graph. Their properties are {@code protocol}, {@code method}, {@code path}, {@code auth} (in a word: none, iam,
 * cognito, jwt, lambda, api-key, mutual-tls, signed-url), {@code private} (true where the Internet does not reach it) and {@code policy}
 * (open or narrowed, where a resource policy stands before it).
 */
final class Endpoints {
    private final Draft draft;
    private final Map<String, Integer> numbers = new HashMap<>();

    Endpoints(Draft draft) {
        this.draft = draft;
    }

    /** Makes the node of a resource an endpoint, and gives its id. */
    String state(Resource resource, Facts facts) {
        boolean all = shown(facts.get("path")).equals("/*");
        String label = all ? resource.id().name() : label(facts, resource);
        draft.state(resource.id(), NodeKind.ENDPOINT, label, facts.mapping());
        reach(resource.id().toString(), facts, resource.condition());
        return resource.id().toString();
    }

    /** Adds an endpoint that is written inside an API or another resource, and gives its id. */
    String add(Resource holder, String name, Facts facts, @Nullable Condition condition) {
        String plain = holder.id() + "/endpoint/" + name;
        // the same route may stand in both branches of a condition
        int before = numbers.merge(plain, 1, Integer::sum);
        String id = draft.node(new Node(
                before == 1 ? plain : plain + " (" + before + ")",
                NodeKind.ENDPOINT,
                label(facts, holder),
                holder,
                facts.mapping(),
                facts.span()));
        draft.edge(
                holder.id().toString(),
                id,
                EdgeKind.CONTAINS,
                facts.span(),
                holder.id().name() + " answers " + draft.existing(id).label(),
                condition);
        reach(id, facts, condition);
        return id;
    }

    private void reach(String id, Facts facts, @Nullable Condition condition) {
        Value isPrivate = facts.get("private");
        reach(id, facts.span(), isPrivate == null ? new Value.Bool(false, facts.span()) : isPrivate, condition, 0);
    }

    private void reach(String id, Span span, Value isPrivate, @Nullable Condition condition, int depth) {
        if (isPrivate instanceof Value.Conditional either && depth < 50) {
            reach(id, span, either.whenTrue(), Conditions.and(condition, either.condition()), depth + 1);
            reach(
                    id,
                    span,
                    either.whenFalse(),
                    Conditions.and(condition, Conditions.not(either.condition())),
                    depth + 1);
        } else if (!(isPrivate instanceof Value.Bool bool && bool.value())) {
            draft.edge(
                    Draft.INTERNET,
                    id,
                    EdgeKind.REACHES,
                    span,
                    "the Internet reaches " + draft.existing(id).label(),
                    condition);
        }
    }

    private static String label(Facts facts, Resource resource) {
        String path = shown(facts.get("path"));
        String method = shown(facts.get("method"));
        return path.isEmpty() ? resource.id().name() : method.isEmpty() ? path : method + " " + path;
    }

    private static String shown(@Nullable Value value) {
        String shape = value == null ? null : TextShape.of(value);
        return shape == null ? "" : TextShape.shown(shape);
    }
}
