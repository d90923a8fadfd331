package dev.parapet.core.need.chain;

import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What hands on by itself what is written to it: a topic to a queue, a bus to its rules, a rule to a state machine. */
final class Relays {
    private static final Set<EdgeKind> HANDING_ON = Set.of(
            EdgeKind.DELIVERS_TO, EdgeKind.FEEDS, EdgeKind.INVOKES_ASYNCHRONOUSLY, EdgeKind.INVOKES_SYNCHRONOUSLY);

    private final Graph graph;
    private final Applications applications;

    Relays(Graph graph, Applications applications) {
        this.graph = graph;
        this.applications = applications;
    }

    /** What hands on to a store, by the ids that stores have. */
    List<String> before(String store) {
        Node node = graph.node(store).orElse(null);
        if (node == null || node.resource() == null) {
            return List.of();
        }
        List<String> before = new ArrayList<>();
        for (Edge edge : graph.reaching(node)) {
            graph.node(edge.from())
                    .filter(from -> HANDING_ON.contains(edge.kind()))
                    .filter(from -> from.kind() != NodeKind.ENDPOINT && from.kind() != NodeKind.COMPUTE)
                    .ifPresent(from -> before.add(from.id()));
        }
        if (node.resource().type().equals("AWS::Events::Rule")) {
            bus(node, node.resource()).ifPresent(before::add);
        }
        return before;
    }

    /** The bus of a rule; empty where that is not of the templates. */
    private Optional<String> bus(Node rule, Resource resource) {
        Value name = resource.properties().get("EventBusName");
        if (name == null || name instanceof Value.Text text && text.text().equals("default")) {
            return Optional.of(applications.root(resource.id().stack()) + '\n' + FunctionExchange.DEFAULT_BUS);
        }
        return graph.target(rule, name).map(Node::id);
    }
}
