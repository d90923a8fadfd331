package dev.parapet.core.graph.link;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.graph.name.ResourceTypes;
import dev.parapet.core.graph.name.TextShape;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of policies: a node for each, who carries it, what it covers and whom it names, after the grammar of policies,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. The node's properties are the statement as it is
 * written and {@code policy}: {@code identity}, {@code trust} or {@code resource}.
 */
final class Statements {
    private static final Map<String, List<Place>> PLACES = new HashMap<>();

    static {
        for (String line : ResourceTypes.lines(Statements.class, "policies.txt")) {
            List<String> cells = ResourceTypes.cells(line);
            PLACES.computeIfAbsent(cells.get(0), type -> new ArrayList<>())
                    .add(new Place(PropertyPath.of(cells.get(1)), cells.get(2)));
        }
    }

    private final Draft draft;
    private final Coverage coverage;
    private final Principals principals;

    Statements(Draft draft) {
        this.draft = draft;
        this.coverage = new Coverage(draft);
        this.principals = new Principals(draft);
    }

    /** Where a policy stands in a resource, and which kind it is. */
    private record Place(PropertyPath path, String policy) {}

    void link(Resource resource) {
        int number = 0;
        for (Place place : PLACES.getOrDefault(resource.type(), List.of())) {
            for (PropertyPath.Hit document : place.path().from(resource.properties(), resource.condition())) {
                for (PropertyPath.Hit statement : statements(document)) {
                    if (statement.value() instanceof Value.Mapping mapping) {
                        add(resource, place.policy(), number++, mapping, statement.condition());
                    }
                }
            }
        }
    }

    /** The statements of a document, which may be JSON text, or a statement or several themselves. */
    private static List<PropertyPath.Hit> statements(PropertyPath.Hit document) {
        Value value = document.value();
        if (value instanceof Value.Text || value instanceof Value.Composed) {
            if (!(JsonText.parse(value) instanceof JsonText.Result.Parsed parsed)) {
                return List.of();
            }
            value = parsed.value();
        }
        if (value instanceof Value.Mapping mapping) {
            Value statements = mapping.get("Statement");
            return statements != null
                    ? PropertyPath.each(statements, document.condition())
                    : mapping.has("Effect") ? List.of(new PropertyPath.Hit(value, document.condition())) : List.of();
        }
        return PropertyPath.each(value, document.condition());
    }

    private void add(
            Resource resource, String policy, int number, Value.Mapping statement, @Nullable Condition condition) {
        Span span = statement.span();
        Map<String, Value.Entry> properties = new LinkedHashMap<>(statement.entries());
        properties.put("policy", new Value.Entry(span, new Value.Text(policy, span)));
        String id = draft.node(new Node(
                resource.id() + "/statement/" + number,
                NodeKind.STATEMENT,
                label(statement),
                resource,
                new Value.Mapping(properties, span),
                span));
        draft.edge(
                resource.id().toString(),
                id,
                EdgeKind.CARRIES,
                span,
                resource.id().name() + " carries the statement",
                condition);
        coverage.link(resource, id, policy, statement, condition);
        principals.link(resource, id, statement, condition);
    }

    /** The statement's own name, else its effect and its first action. */
    private static String label(Value.Mapping statement) {
        if (statement.get("Sid") instanceof Value.Text sid && !sid.text().isBlank()) {
            return sid.text();
        }
        StringBuilder label = new StringBuilder(text(statement.get("Effect"), "Allow"));
        boolean negated = !statement.has("Action");
        List<PropertyPath.Hit> actions = PropertyPath.each(statement.get(negated ? "NotAction" : "Action"), null);
        label.append(negated ? " all but " : " ");
        label.append(actions.isEmpty() ? "nothing" : text(actions.get(0).value(), "an action"));
        if (actions.size() > 1) {
            label.append(" and ").append(actions.size() - 1).append(" more");
        }
        return label.toString();
    }

    private static String text(@Nullable Value value, String otherwise) {
        String shape = value == null ? null : TextShape.of(value);
        return shape == null ? otherwise : TextShape.shown(shape);
    }
}
