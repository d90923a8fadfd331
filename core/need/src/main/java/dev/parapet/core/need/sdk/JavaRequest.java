package dev.parapet.core.need.sdk;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in what a method of a client is given: a chain of a builder's methods (version 2), a request with its {@code with…}
 * methods (version 1), or values one after another.
 */
final class JavaRequest {
    private static final Set<String> NO_PARAMETERS =
            Set.of("build", "builder", "toBuilder", "overrideConfiguration", "copy", "clone");

    /** Requests inside one another are followed this deep: a presigner's, a transfer manager's. */
    private static final int MAXIMUM_DEPTH = 3;

    /** What S3 calls differently in Java: https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/services/s3/model/CopyObjectRequest.html. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "bucketname", "Bucket",
            "destinationbucket", "Bucket",
            "destinationkey", "Key",
            "destinationbucketname", "Bucket",
            "sourcebucketname", "SourceBucket");

    private JavaRequest() {}

    /** The parameters of a call. */
    static List<FlowArgument> parameters(List<FlowArgument> arguments, SdkOperation operation, boolean first) {
        List<FlowArgument> parameters = new ArrayList<>();
        List<FlowValue> plain = new ArrayList<>();
        for (FlowArgument argument : arguments) {
            boolean request = false;
            for (FlowValue it : of(Values.alternatives(argument.value()), operation)) {
                request |= isRequest(it);
                add(it, operation, parameters, 0);
            }
            if (!request) {
                plain.add(argument.value());
            }
        }
        if (!plain.isEmpty() && parameters.isEmpty()) {
            if (first && !positions(operation).isEmpty() && isPlain(plain.getFirst(), arguments.size())) {
                positional(plain, operation, parameters);
            } else {
                parameters.add(new FlowArgument(null, plain.getFirst(), true));
            }
        }
        // A class that can be of several packages makes one request of each.
        return copySource(List.copyOf(new LinkedHashSet<>(parameters)), operation);
    }

    /** Of several requests those of the operation: variables of one name in two blocks are one. */
    private static List<FlowValue> of(List<FlowValue> alternatives, SdkOperation operation) {
        List<FlowValue> own = new ArrayList<>();
        for (FlowValue it : alternatives) {
            FlowValue root = JavaHandle.root(it);
            FlowValue type = root instanceof FlowValue.Instance made ? made.type() : root;
            if (type instanceof FlowValue.Member member && member.name().equals(operation.name() + "Request")) {
                own.add(it);
            }
        }
        return own.isEmpty() ? alternatives : own;
    }

    /** Whether an argument stands for itself: a request alone is one that is not known. */
    private static boolean isPlain(FlowValue value, int arguments) {
        return arguments > 1
                || value instanceof FlowValue.Text
                || value instanceof FlowValue.Environment
                || value instanceof FlowValue.Concatenation
                || value instanceof FlowValue.Event;
    }

    private static List<String> positions(SdkOperation operation) {
        boolean object =
                operation.service().equals("s3") && operation.parameters().contains("Bucket");
        return JavaTables.POSITIONS.getOrDefault(
                operation.service() + ":" + operation.name(), object ? JavaTables.OBJECT : List.of());
    }

    private static void positional(List<FlowValue> values, SdkOperation operation, List<FlowArgument> into) {
        List<String> names = positions(operation);
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            boolean source = names.get(i).startsWith("Source");
            if (source || operation.parameters().contains(names.get(i))) {
                into.add(new FlowArgument(names.get(i), values.get(i)));
            }
        }
    }

    private static boolean isRequest(FlowValue value) {
        FlowValue root = JavaHandle.root(value);
        return root instanceof FlowValue.Instance it && it.type().text().endsWith("Request")
                || value instanceof FlowValue.Result && isBuilder(value);
    }

    /** Whether a chain begins with a builder: {@code A.builder()}, or what a function that configures is given. */
    private static boolean isBuilder(FlowValue chain) {
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member member) {
            if (member.name().equals("builder")) {
                return true;
            }
            of = member.of();
        }
        return false;
    }

    private static void add(FlowValue value, SdkOperation operation, List<FlowArgument> into, int depth) {
        if (!isRequest(value) || depth > MAXIMUM_DEPTH) {
            return;
        }
        List<FlowArgument> found = new ArrayList<>();
        FlowValue of = value;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member method) {
            if (method.name().equals("builder")) {
                break;
            }
            of = method.of();
            parameter(method.name(), result.arguments(), operation, found, depth);
        }
        if (of instanceof FlowValue.Instance made) {
            List<FlowValue> values = made.arguments().stream()
                    .filter(it -> it.name() == null)
                    .map(FlowArgument::value)
                    .toList();
            positional(values, operation, into);
            for (FlowArgument set : made.arguments()) {
                if (set.name() != null) {
                    parameter(set.name(), List.of(new FlowArgument(null, set.value())), operation, into, depth);
                }
            }
        }
        into.addAll(found.reversed());
    }

    private static void parameter(
            String method, List<FlowArgument> arguments, SdkOperation operation, List<FlowArgument> into, int depth) {
        if (NO_PARAMETERS.contains(method) || arguments.isEmpty()) {
            return;
        }
        String written = plain(method);
        String name = operation.parameter(written).orElseGet(() -> other(written, operation));
        if (name != null) {
            List<FlowValue> values =
                    arguments.stream().map(it -> structure(it.value(), depth)).toList();
            into.add(new FlowArgument(name, values.size() == 1 ? values.getFirst() : new FlowValue.ListOf(values)));
            return;
        }
        for (FlowArgument argument : arguments) {
            List<FlowArgument> inner = new ArrayList<>();
            Values.alternatives(argument.value()).forEach(it -> add(it, operation, inner, depth + 1));
            into.addAll(inner.reversed());
        }
    }

    /**
     * A structure inside a request as a map of its fields, which is how other languages write it: {@code
     * Tag.builder().key("a").build()}, {@code new Tag().withKey("a")}. Anything else is itself.
     */
    private static FlowValue structure(FlowValue value, int depth) {
        return depth > MAXIMUM_DEPTH
                ? value
                : Values.each(
                        value,
                        it -> it instanceof FlowValue.ListOf list
                                ? new FlowValue.ListOf(list.items().stream()
                                        .map(item -> structure(item, depth + 1))
                                        .toList())
                                : fields(it, depth));
    }

    private static FlowValue fields(FlowValue chain, int depth) {
        List<FlowArgument> fields = new ArrayList<>();
        FlowValue of = chain;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member method) {
            if (!NO_PARAMETERS.contains(method.name()) && !result.arguments().isEmpty()) {
                FlowValue first = structure(result.arguments().getFirst().value(), depth + 1);
                fields.addFirst(new FlowArgument(plain(method.name()), first));
            }
            of = method.of();
            if (method.name().equals("builder")) {
                return new FlowValue.MapOf(fields);
            }
        }
        boolean first = of instanceof FlowValue.Instance made
                && made.made() != null
                && made.type().text().startsWith("com.amazonaws.services.");
        if (!first) {
            return chain;
        }
        for (FlowArgument set : ((FlowValue.Instance) of).arguments()) {
            if (set.name() != null) {
                fields.addFirst(new FlowArgument(set.name(), structure(set.value(), depth + 1)));
            }
        }
        return new FlowValue.MapOf(fields);
    }

    /** The name of a field by that of the method that sets it. */
    private static String plain(String method) {
        return method.startsWith("with") && method.length() > 4 && Character.isUpperCase(method.charAt(4))
                ? method.substring(4)
                : method;
    }

    private static @Nullable String other(String written, SdkOperation operation) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (!operation.service().equals("s3")) {
            return null;
        }
        if (operation.name().equals("CopyObject") && lower.startsWith("source")) {
            return lower.endsWith("key") ? "SourceKey" : "SourceBucket";
        }
        String name = OTHER_NAMES.get(lower);
        return name != null && operation.parameters().contains(name) ? name : null;
    }

    /** The bucket and key that are copied are one parameter of the API. */
    private static List<FlowArgument> copySource(List<FlowArgument> parameters, SdkOperation operation) {
        FlowValue bucket = null;
        FlowValue key = null;
        List<FlowArgument> others = new ArrayList<>();
        for (FlowArgument parameter : parameters) {
            if ("SourceBucket".equals(parameter.name())) {
                bucket = parameter.value();
            } else if ("SourceKey".equals(parameter.name())) {
                key = parameter.value();
            } else {
                others.add(parameter);
            }
        }
        if (bucket != null && operation.parameters().contains("CopySource")) {
            FlowValue of = key == null ? new FlowValue.Unknown("the key is not given") : key;
            others.add(
                    new FlowArgument("CopySource", Values.concatenation(List.of(bucket, new FlowValue.Text("/"), of))));
        }
        return others;
    }

    /** What a method of a chain is given; null where it is not called. */
    static @Nullable FlowValue get(FlowValue chain, String method) {
        FlowValue of = chain instanceof FlowValue.Member member ? member.of() : chain;
        while (of instanceof FlowValue.Result result && result.of() instanceof FlowValue.Member member) {
            if (member.name().equals(method) && !result.arguments().isEmpty()) {
                return result.arguments().getFirst().value();
            }
            of = member.of();
        }
        return null;
    }
}
