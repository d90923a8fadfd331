package dev.parapet.core.rule.secret;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.model.Fault;
import dev.parapet.model.Finding;
import dev.parapet.model.Note;
import dev.parapet.model.SourceFile;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the text of secrets out of what is told: each of their characters becomes an asterisk, so that places stay where they are.
 * Everything that leaves a scan goes through here: findings, faults, notes, lines of source and the graph.
 */
public final class Redaction {
    private final SecretTable table;
    private final SecretPlaces places;

    private Redaction(FoundSecrets found) {
        table = new SecretTable(found.all());
        places = new SecretPlaces(found.all(), table);
    }

    /** Hides the secrets that stand in what was read. */
    public static Redaction of(Graph graph) {
        return of(graph, new FoundSecrets());
    }

    /** Hides the secrets that stand in what was read, and those that were found besides. */
    public static Redaction of(Graph graph, FoundSecrets found) {
        SecretSearch.search(graph, found);
        return new Redaction(found);
    }

    /** A text without secrets, as long as it was. */
    public String hide(String text) {
        return table.hide(text);
    }

    /** The text of a file without secrets: line by line as long as it was. */
    public SourceFile hide(SourceFile file) {
        return table.isEmpty() ? file : new SourceFile(file.path(), places.hide(file));
    }

    /** A finding that tells no secret. */
    public Finding hide(Finding finding) {
        return table.isEmpty() ? finding : finding.retold(this::hide);
    }

    /** A fault that tells no secret. */
    public Fault hide(Fault fault) {
        return new Fault(fault.kind(), fault.path(), fault.line(), hide(fault.message()));
    }

    /** A note that tells no secret. */
    public Note hide(Note note) {
        return new Note(note.path(), note.line(), hide(note.message()));
    }

    /** A graph whose names, facts and reasons tell no secret; what its stacks hold stays. */
    public Graph hide(Graph graph) {
        if (table.isEmpty()) {
            return graph;
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            String id = hide(node.id());
            Value.Mapping facts = node.properties();
            // Two names that differ in a secret alone become one.
            nodes.putIfAbsent(
                    id,
                    new Node(
                            id,
                            node.kind(),
                            hide(node.label()),
                            node.resource(),
                            facts == null ? null : (Value.Mapping) hide(facts),
                            node.span()));
        }
        List<Edge> edges = new ArrayList<>(graph.edges().size());
        for (Edge edge : graph.edges()) {
            edges.add(new Edge(
                    hide(edge.from()),
                    hide(edge.to()),
                    edge.kind(),
                    edge.location(),
                    hide(edge.because()),
                    edge.condition()));
        }
        return new Graph(graph.stacks(), graph.names(), nodes.values(), edges);
    }

    private Value hide(Value value) {
        return switch (value) {
            case Value.Text text -> new Value.Text(hide(text.text()), text.span(), text.provenance());
            case Value.Sequence sequence ->
                new Value.Sequence(sequence.items().stream().map(this::hide).toList(), sequence.span());
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) ->
                                entries.put(hide(name), new Value.Entry(entry.keySpan(), hide(entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Composed composed ->
                new Value.Composed(composed.parts().stream().map(this::hide).toList(), composed.span());
            case Value.Conditional either ->
                new Value.Conditional(
                        either.condition(), hide(either.whenTrue()), hide(either.whenFalse()), either.span());
            case Value.Null ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Number ignored -> value;
            case Value.Reference ignored -> value;
            case Value.DynamicReference ignored -> value;
            case Value.Absent ignored -> value;
            case Value.Unresolved ignored -> value;
        };
    }
}
