package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which client, resource or the like of boto3 a value is, whatever way it was got. */
final class BotoHandles {
    /** Values inside one another. */
    private static final int MAXIMUM_DEPTH = 16;

    private static final Set<String> LIBRARIES =
            Set.of("boto3", "botocore", "aioboto3", "aiobotocore", "boto3_type_annotations");

    /** Packages of type annotations, each followed by the service's name. */
    private static final List<String> TYPES =
            List.of("mypy_boto3_", "types_boto3_", "types_aiobotocore_", "types_aioboto3_");

    private static final Set<String> COLLECTION_METHODS =
            Set.of("all", "filter", "limit", "page_size", "pages", "iterator");

    private final ServiceTable table;

    BotoHandles(ServiceTable table) {
        this.table = table;
    }

    /** Whether a value comes of boto3 or what goes with it. */
    static boolean isBoto(FlowValue value) {
        String library = LibraryPath.library(value);
        return library != null && LIBRARIES.contains(library.split("\\.", 2)[0]);
    }

    /** What the value can be; none where it is nothing of boto3. */
    List<BotoHandle> of(FlowValue value) {
        return of(value, 0);
    }

    private List<BotoHandle> of(FlowValue value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return List.of();
        }
        List<BotoHandle> handles = new ArrayList<>();
        for (FlowValue it : Values.alternatives(value)) {
            switch (it) {
                case FlowValue.Result result -> result(result, depth, handles);
                case FlowValue.Instance instance -> typed(instance, handles);
                case FlowValue.Member member -> member(member, depth, handles);
                case FlowValue.Item item -> {
                    for (BotoHandle of : of(item.of(), depth + 1)) {
                        element(of, handles);
                    }
                }
                default -> {}
            }
        }
        return handles;
    }

    private void result(FlowValue.Result result, int depth, List<BotoHandle> into) {
        if (!(result.of() instanceof FlowValue.Member method)) {
            return;
        }
        List<FlowArgument> arguments = result.arguments();
        switch (method.name()) {
            case "client", "create_client", "resource" -> made(method, arguments, into);
            // Tracers give back the client that they are given.
            case "__enter__", "__aenter__" -> into.addAll(of(method.of(), depth + 1));
            default -> {
                for (BotoHandle of : of(method.of(), depth + 1)) {
                    given(of, method.name(), arguments, into);
                }
            }
        }
    }

    private void made(FlowValue.Member method, List<FlowArgument> arguments, List<BotoHandle> into) {
        FlowValue name = Parameters.argument("0", arguments);
        name = name == null ? Parameters.argument("service_name", arguments) : name;
        boolean boto = isBoto(method.of());
        if (name == null || !boto && !isUnknown(method.of())) {
            return;
        }
        boolean resource = method.name().equals("resource");
        for (FlowValue it : Values.alternatives(name)) {
            Optional<SdkService> service =
                    it instanceof FlowValue.Text text ? table.service(text.value()) : Optional.empty();
            if (service.isPresent()) {
                into.add(
                        resource
                                ? new BotoHandle.Resource(service.get(), BotoResources.SERVICE, Map.of())
                                : new BotoHandle.Client(service.get()));
            } else if (boto) {
                into.add(new BotoHandle.AnyClient(
                        it instanceof FlowValue.Text text
                                ? "boto3 has no service '" + text.value() + "'"
                                : "the name of the service is not known: " + it.text()));
            }
        }
    }

    /** Whether a session may hide behind it: what a caller hands in, or a member of that. */
    private static boolean isUnknown(FlowValue value) {
        return switch (value) {
            case FlowValue.Unknown ignored -> true;
            case FlowValue.Member member -> isUnknown(member.of());
            case FlowValue.Item item -> isUnknown(item.of());
            case FlowValue.Result result -> isUnknown(result.of());
            default -> false;
        };
    }

    private void given(BotoHandle of, String method, List<FlowArgument> arguments, List<BotoHandle> into) {
        switch (of) {
            case BotoHandle.Client client -> {
                FlowValue name = Parameters.argument("0", arguments);
                name = name == null
                        ? Parameters.argument(method.equals("get_waiter") ? "waiter_name" : "operation_name", arguments)
                        : name;
                for (FlowValue it : name == null ? List.<FlowValue>of() : Values.alternatives(name)) {
                    prepared(client, method, it, into);
                }
            }
            case BotoHandle.Resource resource -> {
                BotoResources resources = BotoResources.of(resource.service());
                resources
                        .step(resource.type(), method)
                        .map(step -> stepped(resource, step, arguments))
                        .ifPresent(into::add);
                if (method.equals("batch_writer")) {
                    into.add(new BotoHandle.Batch());
                }
            }
            case BotoHandle.Collection collection -> {
                if (COLLECTION_METHODS.contains(method)) {
                    into.add(new BotoHandle.Collection(collection.of(), collection.step(), true));
                }
            }
            case BotoHandle.Batch batch -> into.add(batch);
            case BotoHandle.AnyClient any -> {
                if (method.startsWith("get_")) {
                    into.add(any);
                }
            }
            case BotoHandle.Prepared ignored -> {}
        }
    }

    private static void prepared(BotoHandle.Client client, String method, FlowValue name, List<BotoHandle> into) {
        boolean waiter = method.equals("get_waiter");
        if (!waiter && !method.equals("get_paginator")) {
            return;
        }
        Optional<SdkOperation> operation = !(name instanceof FlowValue.Text text)
                ? Optional.empty()
                : waiter
                        ? client.service().waiter(text.value())
                        : client.service().operation(text.value());
        into.add(
                operation.isPresent()
                        ? new BotoHandle.Prepared(client.service(), operation.get(), waiter ? "wait" : "paginate")
                        : new BotoHandle.AnyClient("what it asks for is not known: " + name.text()));
    }

    private static @Nullable BotoHandle stepped(
            BotoHandle.Resource resource, BotoResources.Step step, List<FlowArgument> arguments) {
        if (step.type().isEmpty()) {
            return null;
        }
        return new BotoHandle.Resource(
                resource.service(), step.type(), identifiers(step, arguments, resource.identifiers()));
    }

    private static Map<String, FlowValue> identifiers(
            BotoResources.Step step, List<FlowArgument> arguments, Map<String, FlowValue> known) {
        Map<String, FlowValue> identifiers = new LinkedHashMap<>();
        for (FlowArgument one : step.identifiers().of(new Parameters.Given(arguments, List.of(), known))) {
            if (one.name() != null) {
                identifiers.put(one.name(), one.value());
            }
        }
        return identifiers;
    }

    private void member(FlowValue.Member member, int depth, List<BotoHandle> into) {
        if (member.name().equals("client")
                && member.of() instanceof FlowValue.Member meta
                && meta.name().equals("meta")) {
            for (BotoHandle of : of(meta.of(), depth + 1)) {
                into.add(of instanceof BotoHandle.Resource resource ? new BotoHandle.Client(resource.service()) : of);
            }
            return;
        }
        for (BotoHandle of : of(member.of(), depth + 1)) {
            if (of instanceof BotoHandle.Resource resource) {
                BotoResources.of(resource.service())
                        .step(resource.type(), member.name())
                        .ifPresent(step -> attribute(resource, step, into));
            }
        }
    }

    private static void attribute(BotoHandle.Resource resource, BotoResources.Step step, List<BotoHandle> into) {
        if (step.kind() == BotoResources.Kind.MANY) {
            into.add(new BotoHandle.Collection(resource, step, false));
        } else if (step.kind() == BotoResources.Kind.HAS) {
            BotoHandle reference = stepped(resource, step, List.of());
            if (reference != null) {
                into.add(reference);
            }
        }
    }

    private static void element(BotoHandle of, List<BotoHandle> into) {
        switch (of) {
            case BotoHandle.Collection collection ->
                into.add(new BotoHandle.Resource(
                        collection.of().service(),
                        collection.step().type(),
                        identifiers(
                                collection.step(), List.of(), collection.of().identifiers())));
            // Entering an asynchronous client gives the client.
            case BotoHandle.Client client -> into.add(client);
            case BotoHandle.Resource ignored -> {}
            case BotoHandle.AnyClient any -> into.add(any);
            case BotoHandle.Prepared ignored -> {}
            case BotoHandle.Batch ignored -> {}
        }
    }

    /** An object of which only the declared type is known: {@code mypy_boto3_s3.S3Client}. */
    private void typed(FlowValue.Instance instance, List<BotoHandle> into) {
        String library = LibraryPath.library(instance.type());
        String type = instance.type() instanceof FlowValue.Member member ? member.name() : "";
        if (library == null || type.isEmpty()) {
            return;
        }
        String root = library.split("\\.", 2)[0];
        if (root.equals("botocore") && type.equals("BaseClient")) {
            into.add(new BotoHandle.AnyClient("its type is only that of any client"));
        }
        for (String prefix : TYPES) {
            if (root.startsWith(prefix)) {
                table.service(root.substring(prefix.length()).replace('_', '-'))
                        .ifPresent(service -> typed(service, type, into));
            }
        }
    }

    private static void typed(SdkService service, String type, List<BotoHandle> into) {
        if (type.endsWith("Client")) {
            into.add(new BotoHandle.Client(service));
        } else if (type.endsWith("ServiceResource")) {
            into.add(new BotoHandle.Resource(service, BotoResources.SERVICE, Map.of()));
        } else if (BotoResources.of(service).identifiers(type).isPresent()) {
            into.add(new BotoHandle.Resource(service, type, Map.of()));
        }
    }
}
