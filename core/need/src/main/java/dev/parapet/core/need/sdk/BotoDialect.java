package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The SDK for Python (<a href="https://boto3.amazonaws.com/v1/documentation/api/latest/index.html">boto3</a>), its asynchronous
 * variants, and the libraries of {@code wrappers-python.txt}.
 */
final class BotoDialect implements SdkDialect {
    /** Methods of clients, resources and collections that call no API. */
    private static final Set<String> LOCAL = Set.of(
            "get_paginator",
            "get_waiter",
            "can_paginate",
            "close",
            "get_available_subresources",
            "__enter__",
            "__exit__",
            "__aenter__",
            "__aexit__");

    private static final Set<String> OF_COLLECTIONS = Set.of("all", "filter", "limit", "page_size", "pages");

    private final BotoHandles handles;

    BotoDialect(ServiceTable table) {
        this.handles = new BotoHandles(table);
    }

    @Override
    public List<SdkCall> recognise(FlowCall call) {
        Set<SdkCall> calls = new LinkedHashSet<>(WrapperTable.python().recognise(call));
        if (call.callee() instanceof FlowValue.Member method) {
            for (BotoHandle of : handles.of(method.of())) {
                made(call, of, method.name(), call.arguments(), calls);
            }
        } else if (call.callee() instanceof FlowValue.Result result) {
            computed(call, result, calls);
        }
        handedOn(call, calls);
        return settled(calls);
    }

    /** Where one of several possible clients has the operation, that is the one; the others could not be meant. */
    private static List<SdkCall> settled(Set<SdkCall> calls) {
        boolean known = calls.stream().anyMatch(it -> it.operation().isPresent());
        return calls.stream().filter(it -> !known || it.operation().isPresent()).toList();
    }

    /** {@code getattr(client, name)(…)}, where the name is not known. */
    private void computed(FlowCall call, FlowValue.Result result, Set<SdkCall> into) {
        if (!result.of().equals(new FlowValue.Global("getattr"))
                || result.arguments().isEmpty()) {
            return;
        }
        for (BotoHandle of : handles.of(result.arguments().getFirst().value())) {
            if (of instanceof BotoHandle.Client client) {
                into.add(SdkCall.unknown(call, client.service().name(), "the name of the method is computed"));
            }
        }
    }

    /** Methods of clients that are handed to others: {@code pool.submit(s3.put_object, Bucket=…)}. */
    private void handedOn(FlowCall call, Set<SdkCall> into) {
        for (FlowArgument argument : call.arguments()) {
            for (FlowValue it : Values.alternatives(argument.value())) {
                if (!(it instanceof FlowValue.Member method)) {
                    continue;
                }
                for (BotoHandle of : handles.of(method.of())) {
                    if (of instanceof BotoHandle.Client client
                            && client.service().operation(method.name()).isPresent()) {
                        List<FlowArgument> rest = new ArrayList<>(call.arguments());
                        rest.remove(argument);
                        made(call, of, method.name(), rest, into);
                    }
                }
            }
        }
    }

    private static void made(
            FlowCall call, BotoHandle of, String method, List<FlowArgument> arguments, Set<SdkCall> into) {
        switch (of) {
            case BotoHandle.Client client -> ofClient(call, client.service(), method, arguments, into);
            case BotoHandle.Resource resource -> ofResource(call, resource, method, arguments, into);
            case BotoHandle.Collection collection -> ofCollection(call, collection, method, arguments, into);
            case BotoHandle.Prepared it -> {
                if (method.equals(it.method())) {
                    into.add(
                            SdkCall.of(call, it.service().name(), it.operation().name(), named(arguments)));
                }
            }
            case BotoHandle.AnyClient any -> {
                if (!LOCAL.contains(method)) {
                    into.add(SdkCall.unknown(call, "", any.why()));
                }
            }
            case BotoHandle.Batch ignored -> {}
        }
    }

    private static void ofClient(
            FlowCall call, SdkService service, String method, List<FlowArgument> arguments, Set<SdkCall> into) {
        Optional<BotoMethods.Method> added = BotoMethods.of(service.name(), BotoMethods.CLIENT, method);
        Optional<SdkOperation> operation = service.operation(method);
        if (added.isPresent()) {
            added(call, service, added.get(), new Parameters.Given(arguments, List.of(), Map.of()), into);
        } else if (method.equals("generate_presigned_url")) {
            presigned(call, service, arguments, into);
        } else if (operation.isPresent()) {
            into.add(SdkCall.of(call, service.name(), operation.get().name(), named(arguments)));
        } else if (!LOCAL.contains(method)) {
            into.add(SdkCall.unknown(call, service.name(), "'" + service.name() + "' has no method '" + method + "'"));
        }
    }

    private static void added(
            FlowCall call, SdkService service, BotoMethods.Method method, Parameters.Given given, Set<SdkCall> into) {
        if (!method.operation().equals("-")) {
            into.add(SdkCall.of(
                    call,
                    service.name(),
                    method.operation(),
                    method.parameters().of(given)));
        }
    }

    /** Who has the URL makes the call, with the permissions of who signed it. */
    private static void presigned(FlowCall call, SdkService service, List<FlowArgument> arguments, Set<SdkCall> into) {
        FlowValue name = Parameters.argument("0", arguments);
        name = name == null ? Parameters.argument("ClientMethod", arguments) : name;
        FlowValue given = Parameters.argument("1", arguments);
        given = given == null ? Parameters.argument("Params", arguments) : given;
        for (FlowValue it : name == null ? List.<FlowValue>of() : Values.alternatives(name)) {
            Optional<SdkOperation> operation =
                    it instanceof FlowValue.Text text ? service.operation(text.value()) : Optional.empty();
            into.add(
                    operation.isPresent()
                            ? SdkCall.of(
                                    call,
                                    service.name(),
                                    operation.get().name(),
                                    given == null ? List.of() : Parameters.entries(given))
                            : SdkCall.unknown(
                                    call, service.name(), "the operation that is signed is not known: " + it.text()));
        }
    }

    private static void ofResource(
            FlowCall call,
            BotoHandle.Resource resource,
            String method,
            List<FlowArgument> arguments,
            Set<SdkCall> into) {
        SdkService service = resource.service();
        Parameters.Given given = new Parameters.Given(arguments, List.of(), resource.identifiers());
        Optional<BotoMethods.Method> added = BotoMethods.of(service.name(), resource.type(), method);
        Optional<BotoResources.Step> step = BotoResources.of(service).step(resource.type(), method);
        if (added.isPresent()) {
            added(call, service, added.get(), given, into);
        } else if (step.isPresent()) {
            if (!step.get().operation().isEmpty()) {
                into.add(SdkCall.of(
                        call, service.name(), step.get().operation(), with(step.get(), given, named(arguments))));
            }
        } else if (!LOCAL.contains(method)) {
            into.add(SdkCall.unknown(
                    call,
                    service.name(),
                    "the resource '" + resource.type() + "' of '" + service.name() + "' has no method '" + method
                            + "'"));
        }
    }

    private static void ofCollection(
            FlowCall call,
            BotoHandle.Collection collection,
            String method,
            List<FlowArgument> arguments,
            Set<SdkCall> into) {
        SdkService service = collection.of().service();
        Parameters.Given given =
                new Parameters.Given(arguments, List.of(), collection.of().identifiers());
        Optional<BotoResources.Step> batch =
                BotoResources.of(service).batch(collection.step().type(), method);
        if (!collection.listed() && (OF_COLLECTIONS.contains(method) || batch.isPresent())) {
            List<FlowArgument> filter = method.equals("filter") ? named(arguments) : List.of();
            into.add(SdkCall.of(
                    call, service.name(), collection.step().operation(), with(collection.step(), given, filter)));
        }
        batch.ifPresent(it -> {
            // What the elements are known by is what the collection's owner is.
            List<FlowArgument> own = collection.step().parameters().of(given);
            into.add(SdkCall.of(call, service.name(), it.operation(), own));
        });
    }

    private static List<FlowArgument> with(
            BotoResources.Step step, Parameters.Given given, List<FlowArgument> arguments) {
        List<FlowArgument> all = new ArrayList<>(step.parameters().of(given));
        all.addAll(arguments);
        return all;
    }

    /** Operations take arguments by name alone. */
    private static List<FlowArgument> named(List<FlowArgument> arguments) {
        return arguments.stream().filter(it -> it.name() != null || it.spread()).toList();
    }
}
