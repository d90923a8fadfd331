package dev.parapet.core.need.chain;

import dev.parapet.core.flow.taint.Callers;
import dev.parapet.core.flow.taint.EventSource;
import dev.parapet.core.flow.taint.Trigger;
import dev.parapet.core.graph.Edge;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.NodeKind;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the templates say sends events to a function. */
final class Triggers {
    private static final Set<EdgeKind> SENDING =
            Set.of(EdgeKind.INVOKES_SYNCHRONOUSLY, EdgeKind.INVOKES_ASYNCHRONOUSLY, EdgeKind.FEEDS);

    private static final Map<String, EventSource> SOURCES = Map.ofEntries(
            Map.entry("AWS::S3::Bucket", EventSource.S3),
            Map.entry("AWS::SQS::Queue", EventSource.SQS),
            Map.entry("AWS::SNS::Topic", EventSource.SNS),
            Map.entry("AWS::DynamoDB::Table", EventSource.DYNAMODB),
            Map.entry("AWS::DynamoDB::GlobalTable", EventSource.DYNAMODB),
            Map.entry("AWS::Kinesis::Stream", EventSource.KINESIS),
            Map.entry("AWS::Events::Rule", EventSource.EVENTBRIDGE),
            Map.entry("AWS::Scheduler::Schedule", EventSource.SCHEDULE),
            Map.entry("AWS::Cognito::UserPool", EventSource.COGNITO),
            Map.entry("AWS::IoT::TopicRule", EventSource.IOT),
            Map.entry("AWS::SES::ReceiptRule", EventSource.EMAIL),
            Map.entry("AWS::AppSync::DataSource", EventSource.APPSYNC));

    private Triggers() {}

    /** Who calls a function; nothing is known of one that is not in the graph or that nothing in it calls. */
    static Callers of(Graph graph, String function) {
        Node node = graph.node(function).orElse(null);
        if (node == null) {
            return Callers.unknown();
        }
        Set<Trigger> triggers = new LinkedHashSet<>();
        called(graph, node).forEach(it -> add(graph, it, triggers));
        for (Node custom : graph.incoming(node, EdgeKind.REFERS_TO)) {
            if (isCustom(custom)) {
                triggers.add(new Trigger(EventSource.DEPLOYMENT, "the custom resource " + custom.label()));
            }
        }
        return new Callers(List.copyOf(triggers), isVerified(graph, node, triggers));
    }

    /** What keeps or hands on what is written to it and sends it to a function; the function itself, which others invoke, too. */
    static List<Feed> feeds(Graph graph, Node function) {
        Set<Feed> feeds = new LinkedHashSet<>();
        feeds.add(new Feed(function.id(), EventSource.INVOCATION));
        called(graph, function).forEach(it -> addFeeds(graph, it, feeds));
        return List.copyOf(feeds);
    }

    private static void addFeeds(Graph graph, Node target, Set<Feed> feeds) {
        for (Edge edge : graph.reaching(target)) {
            if (SENDING.contains(edge.kind())) {
                graph.node(edge.from())
                        .filter(from -> from.kind() != NodeKind.ENDPOINT && from.resource() != null)
                        .filter(from -> handsOnItsInput(graph, from))
                        .ifPresent(from -> feeds.add(new Feed(from.id(), source(from))));
            }
        }
    }

    /** A state machine of several functions gives most of them what others answered, not what it was started with. */
    private static boolean handsOnItsInput(Graph graph, Node from) {
        Resource resource = from.resource();
        return resource == null
                || !resource.type().equals("AWS::StepFunctions::StateMachine")
                || SENDING.stream()
                                .flatMap(kind -> graph.outgoing(from, kind).stream())
                                .filter(to -> to.kind() == NodeKind.COMPUTE)
                                .distinct()
                                .count()
                        == 1;
    }

    /** Whether all that sends events to a function is requests whose sender is checked before. */
    private static boolean isVerified(Graph graph, Node function, Set<Trigger> triggers) {
        return !triggers.isEmpty()
                && triggers.stream()
                        .allMatch(it -> it.source() == EventSource.API || it.source() == EventSource.APPSYNC)
                && !isOpen(graph, function);
    }

    /** Whether some endpoint that asks for no credential leads to a function. */
    static boolean isOpen(Graph graph, Node function) {
        for (Node called : called(graph, function)) {
            for (Edge edge : graph.reaching(called)) {
                Node from = graph.node(edge.from()).orElse(null);
                if (SENDING.contains(edge.kind())
                        && from != null
                        && from.kind() == NodeKind.ENDPOINT
                        && from.properties() != null
                        && from.properties().get("auth") instanceof Value.Text auth
                        && auth.text().equals("none")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A function with its versions and aliases. */
    private static List<Node> called(Graph graph, Node function) {
        List<Node> called = new ArrayList<>();
        called.add(function);
        called.addAll(graph.outgoing(function, EdgeKind.CONTAINS));
        return called;
    }

    private static boolean isCustom(Node node) {
        Resource resource = node.resource();
        return resource != null
                && (resource.type().startsWith("Custom::")
                        || resource.type().equals("AWS::CloudFormation::CustomResource"));
    }

    private static void add(Graph graph, Node target, Set<Trigger> triggers) {
        for (Edge edge : graph.reaching(target)) {
            if (SENDING.contains(edge.kind())) {
                graph.node(edge.from()).ifPresent(from -> triggers.add(trigger(from)));
            }
        }
    }

    private static Trigger trigger(Node from) {
        EventSource source = source(from);
        return new Trigger(source, source.text() + ", " + from.label());
    }

    private static EventSource source(Node from) {
        Resource resource = from.resource();
        if (from.kind() == NodeKind.ENDPOINT) {
            return from.properties() != null
                            && from.properties().get("protocol") instanceof Value.Text protocol
                            && protocol.text().equals("graphql")
                    ? EventSource.APPSYNC
                    : EventSource.API;
        }
        if (resource == null) {
            return EventSource.INVOCATION;
        }
        EventSource source = SOURCES.getOrDefault(resource.type(), EventSource.INVOCATION);
        boolean scheduled =
                source == EventSource.EVENTBRIDGE && resource.properties().has("ScheduleExpression");
        return scheduled && !resource.properties().has("EventPattern") ? EventSource.SCHEDULE : source;
    }
}
