package dev.parapet.core.need.implied;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.graph.link.PropertyPath;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.model.Resource;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a resource needs because of its configuration, by {@code configuration.txt} and {@code services.txt}; of a function, to write its log too. */
public final class ImpliedActions {
    private static final String ACCOUNT = ":${AWS::Region}:${AWS::AccountId}:";

    private final Graph graph;
    private final TemplateWords words;
    private final Node node;
    private final Resource owner;
    private final Set<ImpliedAction> found = new LinkedHashSet<>();
    private final Map<Span, String> gaps = new LinkedHashMap<>();
    private final Set<Span> matched = new HashSet<>();

    private ImpliedActions(Graph graph, TemplateWords words, Node node, Resource owner) {
        this.graph = graph;
        this.words = words;
        this.node = node;
        this.owner = owner;
    }

    /**
     * What was found.
     *
     * @param actions what is needed, in the order of the table
     * @param gaps what is not known, by its place
     */
    public record Found(List<ImpliedAction> actions, Map<Span, String> gaps) {
        public Found {
            actions = List.copyOf(actions);
            gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
        }
    }

    /** What a resource needs; nothing for what is no resource. */
    public static Found of(Graph graph, TemplateWords words, Node node) {
        Resource resource = node.resource();
        if (resource == null) {
            return new Found(List.of(), Map.of());
        }
        ImpliedActions implied = new ImpliedActions(graph, words, node, resource);
        if (implied.isFunction()) {
            implied.log();
        }
        ConfigurationTable.ROWS.forEach(implied::apply);
        implied.gaps.keySet().removeAll(implied.matched);
        return new Found(List.copyOf(implied.found), implied.gaps);
    }

    /**
     * The log (<a
     * href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-permissions.html">Permissions</a>). A group that a
     * template makes need not be made by the function.
     */
    private void log() {
        String because = "it writes its log";
        List<Node> groups = graph.outgoing(node, EdgeKind.LOGS_TO).stream()
                .filter(group -> group.resource() != null)
                .toList();
        for (Node group : groups) {
            Resource resource = group.resource();
            if (resource != null) {
                Value arn = new Value.Reference(resource.id(), "Arn", owner.span());
                add(arn, List.of("logs:CreateLogStream", "logs:PutLogEvents"), because);
            }
        }
        if (groups.isEmpty()) {
            List<Value> parts = new ArrayList<>();
            parts.add(text("arn:${AWS::Partition}:logs" + ACCOUNT + "log-group:"));
            Value name = owner.properties().get("LoggingConfig") instanceof Value.Mapping logging
                    ? logging.get("LogGroup")
                    : null;
            if (name == null) {
                parts.add(text("/aws/lambda/"));
                parts.add(new Value.Reference(owner.id(), "Ref", owner.span()));
            } else {
                parts.add(name);
            }
            parts.add(text(":*"));
            List<String> actions = List.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");
            add(composed(parts), actions, because);
        }
    }

    private boolean isFunction() {
        return owner.type().equals("AWS::Lambda::Function");
    }

    private void apply(ConfigurationTable.Row row) {
        List<Resource> holders = row.type().equals(owner.type())
                ? List.of(owner)
                : isFunction() && row.isAboutFunctions() ? about(row.type()) : List.of();
        for (Resource holder : holders) {
            for (PropertyPath.Hit around : row.around().from(holder.properties(), holder.condition())) {
                for (PropertyPath.Hit hit : row.path().from(around.value(), around.condition())) {
                    if (isMeant(row, hit.value(), around.value())) {
                        if (row.isUnknown()) {
                            gaps.put(hit.value().span(), "what it needs is not known where " + row.because());
                        } else {
                            matched.add(hit.value().span());
                            on(row, hit.value());
                        }
                    } else if (!isFunction() && !row.kinds().isEmpty()) {
                        gaps.put(hit.value().span(), "what it needs of its " + row.property() + " is not known");
                    }
                }
            }
        }
    }

    /** The resources of a type in the same stack that are about the function, by itself, an alias or a version. */
    private List<Resource> about(String type) {
        List<Resource> holders = new ArrayList<>();
        for (Node holder : graph.ofType(owner.id().stack(), type)) {
            Resource resource = holder.resource();
            if (resource != null
                    && function(holder, resource, 0).filter(node::equals).isPresent()) {
                holders.add(resource);
            }
        }
        return holders;
    }

    private Optional<Node> function(Node holder, Resource resource, int depth) {
        Value name = resource.properties().get("FunctionName");
        Optional<Node> target = name == null ? Optional.empty() : graph.target(holder, name);
        if (target.isEmpty() && name != null) {
            target = graph.names().named(owner.id().stack(), owner.type(), name).stream()
                    .findFirst()
                    .flatMap(graph::node);
        }
        Resource found = target.isPresent() ? target.get().resource() : null;
        return found != null && found.type().matches("AWS::Lambda::(Alias|Version)") && depth < 2
                ? function(target.get(), found, depth + 1)
                : target;
    }

    private boolean isMeant(ConfigurationTable.Row row, Value value, Value around) {
        if (value instanceof Value.Absent || value instanceof Value.Null) {
            return false;
        }
        if (value instanceof Value.Sequence list && list.items().isEmpty()) {
            return false;
        }
        if (row.text() != null && !row.text().equals(written(value))) {
            return false;
        }
        if (row.kinds().isEmpty()) {
            return true;
        }
        Resource target = graph.target(node, value).map(Node::resource).orElse(null);
        if (target != null) {
            return row.kinds().contains(target.type());
        }
        boolean hinted = !row.hints().isEmpty() && row.hints().stream().allMatch(hint -> hint.holds(around));
        return words.of(owner.id().stack(), value, true).stream()
                .anyMatch(named -> named.shape().startsWith("arn:")
                        ? row.kinds().stream()
                                .filter(kind -> kind.startsWith("arn:"))
                                .anyMatch(pattern -> Wildcards.matches(pattern, named.shape()))
                        : hinted);
    }

    private static @Nullable String written(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Bool bool -> String.valueOf(bool.value());
            default -> null;
        };
    }

    private void on(ConfigurationTable.Row row, Value value) {
        List<String> actions = row.actions();
        String on = row.on();
        switch (on) {
            case "*" ->
                actions.forEach(action -> found.add(new ImpliedAction(action, NamedResource.ALL, row.because())));
            case "key" ->
                new EncryptionKeys(graph, words, owner.id().stack())
                        .of(node)
                        .forEach(key ->
                                actions.forEach(action -> found.add(new ImpliedAction(action, key, row.because()))));
            case "group" -> add(behind(value, isGroup(value) ? "" : ":*"), actions, row.because());
            case "machine" -> machine(value, row.because());
            case "stream" -> add(stream(value), actions, row.because());
            case "filesystem" -> add(fileSystem(value), actions, row.because());
            default -> {
                if (on.startsWith("value")) {
                    add(behind(value, on.substring("value".length())), actions, row.because());
                } else if (on.startsWith("self")) {
                    Value self = new Value.Reference(owner.id(), "Arn", owner.span());
                    add(behind(self, on.substring("self".length())), actions, row.because());
                } else {
                    add(text(on), actions, row.because());
                }
            }
        }
    }

    private Value behind(Value value, String text) {
        return text.isEmpty() ? value : composed(List.of(value, text(text)));
    }

    /** Whether what names a log group stands for its streams already, as its attribute does. */
    private boolean isGroup(Value value) {
        return value instanceof Value.Reference
                || (value instanceof Value.Text text && text.text().endsWith(":*"));
    }

    /** A state machine is started, and its end waited for where the target's parameters say so. */
    private void machine(Value value, String because) {
        PropertyPath type = PropertyPath.of("TargetParameters.StepFunctionStateMachineParameters.InvocationType");
        boolean waits = type.from(owner.properties(), null).stream()
                .anyMatch(hit -> "REQUEST_RESPONSE".equals(written(hit.value())));
        add(value, List.of(waits ? "states:StartSyncExecution" : "states:StartExecution"), because);
    }

    /** The stream itself, where a consumer of one is named. */
    private Value stream(Value value) {
        Resource consumer = graph.target(node, value).map(Node::resource).orElse(null);
        Value stream = consumer == null || !consumer.type().equals("AWS::Kinesis::StreamConsumer")
                ? null
                : consumer.properties().get("StreamARN");
        if (value instanceof Value.Text text && text.text().contains("/consumer/")) {
            return text(text.text().substring(0, text.text().indexOf("/consumer/")));
        }
        return stream == null ? value : stream;
    }

    /** The file system of an access point. */
    private Value fileSystem(Value value) {
        Resource point = graph.target(node, value).map(Node::resource).orElse(null);
        Value system = point == null ? null : point.properties().get("FileSystemId");
        String service = point != null && point.type().startsWith("AWS::S3Files::") ? "s3files" : "elasticfilesystem";
        Value front = text("arn:${AWS::Partition}:" + service + ACCOUNT + "file-system/");
        if (system instanceof Value.Reference reference && reference.attribute().matches("Ref|FileSystemId")) {
            return service.equals("s3files")
                    ? composed(List.of(front, system))
                    : new Value.Reference(reference.target(), "Arn", owner.span());
        }
        return composed(List.of(front, system == null ? text("*") : system));
    }

    private void add(Value value, List<String> actions, String because) {
        for (NamedResource resource : words.of(owner.id().stack(), value, true)) {
            boolean exact = !resource.expression().contains("file-system/*");
            NamedResource named = new NamedResource(resource.expression(), exact, resource.shape());
            actions.forEach(action -> found.add(new ImpliedAction(action, named, because)));
        }
    }

    private Value text(String text) {
        Span span = owner.span();
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
            if (open > from) {
                parts.add(new Value.Text(text.substring(from, open), span));
            }
            int close = text.indexOf('}', open);
            parts.add(new Value.Unresolved(
                    text.substring(open + 2, close), "it is known once the stack is deployed", span));
            from = close + 1;
        }
        if (parts.isEmpty()) {
            return new Value.Text(text, span);
        }
        if (from < text.length()) {
            parts.add(new Value.Text(text.substring(from), span));
        }
        return new Value.Composed(parts, span);
    }

    private Value composed(List<Value> parts) {
        return new Value.Composed(parts, owner.span());
    }
}
