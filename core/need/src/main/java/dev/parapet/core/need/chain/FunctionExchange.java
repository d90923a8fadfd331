package dev.parapet.core.need.chain;

import dev.parapet.core.flow.Reached;
import dev.parapet.core.flow.taint.ApiCall;
import dev.parapet.core.flow.taint.EventSource;
import dev.parapet.core.flow.taint.Exchange;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.need.action.CallActions;
import dev.parapet.core.need.action.NeededAction;
import dev.parapet.core.need.action.OperationActions;
import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.core.need.resource.CodeResources;
import dev.parapet.core.need.resource.EventResources;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkCalls;
import dev.parapet.model.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the code of a function does with the cloud, in the words of taint analysis. */
final class FunctionExchange {
    /** The bus that each account has: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html. */
    static final String DEFAULT_BUS = "the default event bus";

    private static final String DEFAULT_BUS_ARN = ":event-bus/default";

    private static final Pattern PRESIGNING =
            Pattern.compile("^(?:generate_?|get)?pre_?sign", Pattern.CASE_INSENSITIVE);

    private final Graph graph;
    private final TemplateWords words;
    private final Applications applications;

    FunctionExchange(Graph graph, TemplateWords words, Applications applications) {
        this.graph = graph;
        this.words = words;
        this.applications = applications;
    }

    /** The calls of a function of which nothing but its code is known. */
    static Exchange withoutTemplate(Reached reached) {
        return new Exchange(calls(SdkCalls.of(reached)), List.of(), List.of());
    }

    private static List<ApiCall> calls(List<SdkCall> calls) {
        List<ApiCall> known = new ArrayList<>();
        for (SdkCall call : calls) {
            String service = isPresigned(call) ? ApiCall.PRESIGNED : call.service();
            call.operation().ifPresent(name -> known.add(new ApiCall(call.call(), service, name, call.parameters())));
        }
        return known;
    }

    /** Whether a call makes a link and no request; of JavaScript's, which are given a command, the tables know the names. */
    private static boolean isPresigned(SdkCall call) {
        return call.service().equals("s3")
                && call.call().callee() instanceof FlowValue.Member method
                && PRESIGNING.matcher(method.name()).find();
    }

    /**
     * What a function does.
     *
     * @param calls the calls of APIs that its code makes
     * @param node the function; null where no template has it
     */
    Exchange of(List<SdkCall> calls, @Nullable Node node) {
        Resource function = node == null ? null : node.resource();
        if (node == null || function == null) {
            return new Exchange(calls(calls), List.of(), List.of());
        }
        CodeResources resources = CodeResources.of(words, function, new EventResources(graph, node));
        List<Exchange.Read> reads = new ArrayList<>();
        List<Exchange.Write> writes = new ArrayList<>();
        StoreTable table = StoreTable.standard();
        for (SdkCall call : calls) {
            if (!table.knows(call)) {
                continue;
            }
            Map<String, String> fields = table.fields(call);
            for (Exchange.Store store : stores(call, node, function, resources)) {
                writes.addAll(table.writes(call, store));
                if (!fields.isEmpty() && !isPresigned(call)) {
                    FlowValue.Place place =
                            new FlowValue.Place(call.call().file(), call.call().range());
                    reads.add(new Exchange.Read(place, store, fields));
                }
            }
        }
        return new Exchange(calls(calls), reads, writes);
    }

    /** The stores that a call is about, as far as they are known when the function is deployed. */
    private Set<Exchange.Store> stores(SdkCall call, Node node, Resource function, CodeResources resources) {
        Set<Exchange.Store> stores = new LinkedHashSet<>();
        if (OperationActions.of(call) instanceof CallActions.Needed(List<NeededAction> actions)) {
            for (ResourcePattern pattern : actions.getFirst().resources()) {
                for (NamedResource named : resources.of(pattern)) {
                    store(named, function).ifPresent(stores::add);
                }
            }
        }
        if (stores.isEmpty() && isOfEvent(call)) {
            for (Feed feed : Triggers.feeds(graph, node)) {
                if (feed.source() == EventSource.S3) {
                    graph.node(feed.store()).ifPresent(bucket -> stores.add(store(bucket)));
                }
            }
        }
        return stores;
    }

    private static boolean isOfEvent(SdkCall call) {
        return call.service().equals("s3")
                && call.parameter("Bucket").orElse(null) instanceof FlowValue.Event(List<String> path)
                && path.contains("bucket");
    }

    private Optional<Exchange.Store> store(NamedResource named, Resource function) {
        String stack = function.id().stack();
        if (named.shape().endsWith(DEFAULT_BUS_ARN)) {
            return Optional.of(new Exchange.Store(applications.root(stack) + '\n' + DEFAULT_BUS, DEFAULT_BUS));
        }
        for (String each : applications.stacks(stack)) {
            Resource resource = words.resource(each, named);
            if (resource != null) {
                return graph.node(resource.id()).map(FunctionExchange::store);
            }
        }
        // All objects of a bucket are one store.
        int object = named.shape().contains(":s3:::") ? named.shape().indexOf('/') : -1;
        String shape = object < 0 ? named.shape() : named.shape().substring(0, object);
        String name = shape.substring(Math.max(shape.lastIndexOf(':'), shape.lastIndexOf('/')) + 1);
        return named.exact() && !shape.contains("*")
                ? Optional.of(new Exchange.Store(applications.root(stack) + '\n' + shape, name))
                : Optional.empty();
    }

    private static Exchange.Store store(Node node) {
        return new Exchange.Store(node.id(), node.label());
    }
}
