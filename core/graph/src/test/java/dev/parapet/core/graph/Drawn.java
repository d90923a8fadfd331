package dev.parapet.core.graph;

import dev.parapet.model.Condition;
import dev.parapet.model.Value;
import java.util.List;
import java.util.Set;

/** The edges of a graph as lines of text: place, ends, kind, reason and condition. */
public final class Drawn {
    private static final String STACK = "template.json#";

    private Drawn() {}

    /** The edges that the resources map of a template draws, without what merely refers; of some kinds, or of all where none is named. */
    public static String edges(String resources, EdgeKind... kinds) {
        return edges(GraphBuilder.build(List.of(Stacks.of(resources))), kinds);
    }

    /** The edges of a graph, without what merely refers; of some kinds, or of all where none is named. */
    public static String edges(Graph graph, EdgeKind... kinds) {
        StringBuilder lines = new StringBuilder();
        for (Edge edge : graph.edges()) {
            boolean wanted = kinds.length == 0
                    ? edge.kind() != EdgeKind.REFERS_TO
                    : Set.of(kinds).contains(edge.kind());
            if (wanted) {
                lines.append(edge.location().start().line())
                        .append(' ')
                        .append(edge.from().replace(STACK, ""))
                        .append(" -")
                        .append(edge.kind().word())
                        .append("-> ")
                        .append(edge.to().replace(STACK, ""))
                        .append(": ")
                        .append(edge.because());
                if (edge.condition() != null) {
                    lines.append(", if ").append(condition(edge.condition()));
                }
                lines.append('\n');
            }
        }
        return lines.toString();
    }

    /** The endpoints that the resources map of a template has, a line each: id, then the facts about it. */
    public static String endpoints(String resources) {
        Graph graph = GraphBuilder.build(List.of(Stacks.of(resources)));
        StringBuilder lines = new StringBuilder();
        for (Node node : graph.nodes()) {
            if (node.kind() == NodeKind.ENDPOINT && node.properties() != null) {
                lines.append(node.id().replace(STACK, "")).append(':');
                node.properties()
                        .entries()
                        .forEach((name, entry) ->
                                lines.append(' ').append(name).append('=').append(value(entry.value())));
                lines.append('\n');
            }
        }
        return lines.toString();
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Unresolved unresolved -> "unknown(" + unresolved.missing() + ")";
            case Value.Conditional either ->
                "if(" + condition(either.condition()) + ", " + value(either.whenTrue()) + ", "
                        + value(either.whenFalse()) + ")";
            default -> value.toString();
        };
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case Condition.Named named -> named.name();
            case Condition.Not not -> "not " + condition(not.operand());
            case Condition.And and ->
                String.join(
                        " and ", and.operands().stream().map(Drawn::condition).toList());
            case Condition.Or or ->
                String.join(" or ", or.operands().stream().map(Drawn::condition).toList());
            case Condition.Equals equals -> equals.unknown() + " is " + equals.literal();
            case Condition.Opaque opaque -> opaque.text();
        };
    }
}
