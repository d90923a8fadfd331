package dev.parapet.core.iam.batch;

import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.value.Arn;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request and the policies that bear on it, read from one document.
 *
 * @param id the document's own name for it; empty when it has none
 * @param request what is asked
 * @param policies what bears on it
 */
public record BatchRequest(String id, Request request, Policies policies) {
    /** What came of reading a document. */
    public sealed interface Read {
        /** It can be decided. */
        record Asked(BatchRequest request) implements Read {}

        /**
         * It cannot.
         *
         * @param id the document's own name for it; empty when it has none
         * @param error what is wrong and what to do, one sentence
         */
        record Broken(String id, String error) implements Read {}
    }

    private static final class Mistake extends Exception {
        private static final long serialVersionUID = 1;

        Mistake(String message) {
            super(message);
        }
    }

    /** Reads a document. */
    public static Read read(Value document) {
        return read(document, value -> PolicyReader.read(value).policy());
    }

    /**
     * Reads a document, its policies by a reader of one's own, which may remember those that it has met.
     *
     * @param reader what makes a policy of its document
     */
    public static Read read(Value document, Function<Value, Policy> reader) {
        if (!(document instanceof Value.Mapping mapping)) {
            return new Read.Broken("", "a request is a mapping with principal, action and resource");
        }
        String id = mapping.get("id") instanceof Value.Text text
                ? text.text()
                : mapping.get("id") instanceof Value.Number number
                        ? number.value().toPlainString()
                        : "";
        try {
            return new Read.Asked(new BatchRequest(id, request(mapping), policies(mapping, reader)));
        } catch (Mistake e) {
            return new Read.Broken(id, String.valueOf(e.getMessage()));
        }
    }

    private static Request request(Value.Mapping mapping) throws Mistake {
        String written = text(mapping, "principal");
        Principal principal = Principal.parse(written);
        if (principal == null) {
            throw new Mistake(
                    "'" + shown(written)
                            + "' is no principal; give the ARN of a user, role or session, a service such as lambda.amazonaws.com, or anonymous");
        }
        String action = text(mapping, "action");
        int colon = action.indexOf(':');
        if (colon < 1 || colon == action.length() - 1 || action.indexOf('*') >= 0) {
            throw new Mistake("'" + shown(action) + "' is no action; give one such as s3:GetObject");
        }
        String resource = text(mapping, "resource");
        if (!resource.equals("*") && Arn.parse(resource) == null) {
            throw new Mistake("'" + shown(resource) + "' is no resource; give an ARN or *");
        }
        ActionTable.Action known = ActionTable.standard().find(action);
        Value account = mapping.get("resourceAccount");
        Value complete = mapping.get("contextIsComplete");
        return new Request(
                principal,
                action,
                resource,
                known == null || known.hasResource(),
                account instanceof Value.Text text ? text.text() : null,
                new Context(
                        context(mapping.get("context")),
                        !(complete instanceof Value.Bool(boolean is, var span, var provenance)) || is));
    }

    private static Map<String, ContextValue> context(@Nullable Value written) throws Mistake {
        Map<String, ContextValue> context = new HashMap<>();
        if (written == null || written instanceof Value.Null) {
            return context;
        }
        if (!(written instanceof Value.Mapping mapping)) {
            throw new Mistake("context is a mapping from condition keys to values");
        }
        for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
            context.put(
                    entry.getKey(),
                    contextValue(entry.getKey(), entry.getValue().value()));
        }
        return context;
    }

    private static ContextValue contextValue(String key, Value value) throws Mistake {
        if (value instanceof Value.Null) {
            return new ContextValue.Absent();
        }
        if (value instanceof Value.Sequence sequence) {
            List<String> values = new ArrayList<>();
            for (Value item : sequence.items()) {
                values.add(scalar(key, item));
            }
            return new ContextValue.Many(values);
        }
        return new ContextValue.One(scalar(key, value));
    }

    private static String scalar(String key, Value value) throws Mistake {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof Value.Number number) {
            return number.value().toPlainString();
        }
        throw new Mistake(
                "the condition key '" + shown(key) + "' has a value that is neither a text nor a list of texts");
    }

    private static Policies policies(Value.Mapping mapping, Function<Value, Policy> reader) throws Mistake {
        Value resource = mapping.get("resourcePolicy");
        return new Policies(
                list(mapping, "identityPolicies", reader),
                list(mapping, "permissionBoundaries", reader),
                list(mapping, "sessionPolicies", reader),
                resource == null || resource instanceof Value.Null ? null : policy(resource, "resourcePolicy", reader),
                levels(mapping, "serviceControlPolicies", reader),
                levels(mapping, "resourceControlPolicies", reader),
                list(mapping, "vpcEndpointPolicies", reader));
    }

    private static List<Policy> list(Value.Mapping mapping, String name, Function<Value, Policy> reader)
            throws Mistake {
        return list(mapping.get(name), name, reader);
    }

    private static List<Policy> list(@Nullable Value written, String name, Function<Value, Policy> reader)
            throws Mistake {
        List<Policy> policies = new ArrayList<>();
        for (Value document : items(written, name)) {
            policies.add(policy(document, name, reader));
        }
        return policies;
    }

    private static List<List<Policy>> levels(Value.Mapping mapping, String name, Function<Value, Policy> reader)
            throws Mistake {
        List<List<Policy>> levels = new ArrayList<>();
        for (Value level : items(mapping.get(name), name)) {
            levels.add(list(level, name, reader));
        }
        return levels;
    }

    private static List<Value> items(@Nullable Value written, String name) throws Mistake {
        if (written == null || written instanceof Value.Null) {
            return List.of();
        }
        if (written instanceof Value.Sequence sequence) {
            return sequence.items();
        }
        throw new Mistake(name + " is a list");
    }

    private static Policy policy(Value document, String name, Function<Value, Policy> reader) throws Mistake {
        if (!(document instanceof Value.Mapping)) {
            throw new Mistake(name + " holds something that is no policy document");
        }
        return reader.apply(document);
    }

    private static String text(Value.Mapping mapping, String name) throws Mistake {
        if (mapping.get(name) instanceof Value.Text text && !text.text().isEmpty()) {
            return text.text();
        }
        throw new Mistake("the request has no " + name + "; add it");
    }

    private static String shown(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
