package dev.parapet.core.need.resource;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resources that an event names, known because the template says what sends it: the bucket of a notification (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3</a>, <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">by EventBridge</a>), the pool of a trigger of <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">Cognito</a>, the API of a
 * <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html">connection</a>, and what a <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html">custom resource</a> is given.
 */
public final class EventResources {
    /** Further away nothing is looked for: a bucket, a topic, a queue, a function. */
    private static final int MAX_STEPS = 4;

    private static final Set<EdgeKind> DELIVERY = Set.of(
            EdgeKind.INVOKES_SYNCHRONOUSLY, EdgeKind.INVOKES_ASYNCHRONOUSLY, EdgeKind.FEEDS, EdgeKind.DELIVERS_TO);

    private static final List<String> BUCKET_OF_NOTIFICATION = List.of("s3", "bucket");
    private static final List<String> BUCKET_OF_EVENT = List.of("detail", "bucket");
    private static final String GIVEN = "resourceproperties";

    private final Graph graph;
    private final Node function;

    /** What the events of a function name. */
    public EventResources(Graph graph, Node function) {
        this.graph = graph;
        this.function = function;
    }

    /** Whether a value may be a part of the event that names a resource of the template. */
    public static boolean mayName(FlowValue value) {
        List<String> path = EventPath.of(value);
        return path != null && (isBucket(path) || isPool(path) || isApi(path) || given(path) != null);
    }

    /** What a value can be; nothing where that is not known. */
    List<Value> of(FlowValue value) {
        List<String> path = EventPath.of(value);
        if (path == null) {
            return List.of();
        }
        if (isBucket(path)) {
            return senders("AWS::S3::Bucket", path.getLast().equals("arn") ? "Arn" : "Ref");
        }
        if (isPool(path)) {
            return senders("AWS::Cognito::UserPool", "Ref");
        }
        if (isApi(path)) {
            return onlyWebSocketApi();
        }
        String property = given(path);
        return property == null ? List.of() : given(property);
    }

    private static boolean isBucket(List<String> path) {
        int before = path.size() - 1;
        boolean named = before >= 2
                && (path.get(before).equals("name") || path.get(before).equals("arn"));
        return named
                && (path.subList(before - 2, before).equals(BUCKET_OF_NOTIFICATION)
                        || path.subList(before - 2, before).equals(BUCKET_OF_EVENT));
    }

    private static boolean isPool(List<String> path) {
        return path.equals(List.of("userpoolid"));
    }

    private static boolean isApi(List<String> path) {
        return path.equals(List.of("requestcontext", "apiid"));
    }

    /** The API whose connections are meant, where the stack has one: connections come by no other kind. */
    private List<Value> onlyWebSocketApi() {
        Resource own = function.resource();
        List<Value> apis = new ArrayList<>();
        for (Node node : own == null ? List.<Node>of() : graph.ofType(own.id().stack(), "AWS::ApiGatewayV2::Api")) {
            Resource api = node.resource();
            if (api != null
                    && api.properties().get("ProtocolType") instanceof Value.Text protocol
                    && protocol.text().equals("WEBSOCKET")) {
                apis.add(new Value.Reference(api.id(), "Ref", Part.NOWHERE));
            }
        }
        return apis.size() == 1 ? apis : List.of();
    }

    /** The property of a custom resource that a path leads to, in lower case; null where it leads elsewhere. */
    private static @Nullable String given(List<String> path) {
        return path.size() == 2 && path.getFirst().equals(GIVEN) ? path.getLast() : null;
    }

    /** The resources of a type whose events come to the function, be it by topics, queues and rules. */
    private List<Value> senders(String type, String attribute) {
        Set<Node> reached = new LinkedHashSet<>(List.of(function));
        reached.addAll(graph.outgoing(function, EdgeKind.CONTAINS));
        List<Node> last = new ArrayList<>(reached);
        for (int step = 0; step < MAX_STEPS && !last.isEmpty(); step++) {
            List<Node> next = new ArrayList<>();
            for (Node node : last) {
                for (EdgeKind kind : DELIVERY) {
                    graph.incoming(node, kind).stream().filter(reached::add).forEach(next::add);
                }
            }
            last = next;
        }
        List<Value> senders = new ArrayList<>();
        for (Node node : reached) {
            Resource resource = node.resource();
            if (resource != null && resource.type().equals(type)) {
                senders.add(new Value.Reference(resource.id(), attribute, Part.NOWHERE));
            }
        }
        return senders;
    }

    /** What the custom resources that the function makes are given under a name. */
    private List<Value> given(String property) {
        Resource own = function.resource();
        List<Value> values = new ArrayList<>();
        for (Node node : graph.referring(function, List.of())) {
            Resource custom = node.resource();
            Value token = custom == null ? null : custom.properties().get("ServiceToken");
            if (custom != null
                    && token != null
                    && own != null
                    && graph.target(node, token).filter(function::equals).isPresent()) {
                custom.properties().entries().forEach((name, entry) -> {
                    if (name.equalsIgnoreCase(property)) {
                        values.add(entry.value());
                    }
                });
            }
        }
        return values;
    }
}
