package dev.parapet.core.rule.function;

import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Node;
import dev.parapet.core.iam.account.PolicyHolders;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements of policies in one shape: what may be one or several is a list, everything with its own place. */
final class PolicyDocuments {
    private static final Set<String> LISTS = Set.of("Action", "NotAction", "Resource", "NotResource");
    private static final String[] DOCUMENTS = {
        "PolicyDocument",
        "KeyPolicy",
        "ResourcePolicy",
        "RepositoryPolicyText",
        "FileSystemPolicy",
        "AccessPolicies",
        "Policy"
    };
    private static final List<String> NAMING = PolicyHolders.NAMING.values().stream()
            .flatMap(List::stream)
            .sorted()
            .toList();

    private PolicyDocuments() {}

    /** The statements of everything that a resource carries or that is attached to it. */
    static List<Value> statementsOf(Node node, Evaluation evaluation) {
        List<Value> found = new ArrayList<>();
        if (!(evaluation.properties(node) instanceof Datum.Structure structure) || node.resource() == null) {
            return found;
        }
        Value.Mapping properties = structure.mapping();
        String type = node.resource().type();
        switch (type) {
            case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" -> identity(node, properties, evaluation, found);
            case "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::SNS::Topic", "AWS::SecretsManager::Secret" -> {
                for (String holder : PolicyHolders.beside(type)) {
                    referring(node, holder, evaluation, found);
                }
            }
            case "AWS::Events::EventBusPolicy" -> {
                Value statement = properties.get("Statement");
                if (statement != null) {
                    add(statement, evaluation, found);
                }
            }
            default -> documents(properties, evaluation, found);
        }
        return found;
    }

    /** The statements that are written in a resource itself. */
    static List<Value> ownStatements(Node node, Evaluation evaluation) {
        List<Value> found = new ArrayList<>();
        if (evaluation.properties(node) instanceof Datum.Structure structure && node.resource() != null) {
            Value.Mapping properties = structure.mapping();
            switch (node.resource().type()) {
                case "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group" -> inline(properties, evaluation, found);
                case "AWS::SSO::PermissionSet" -> {
                    Value document = properties.get("InlinePolicy");
                    if (document != null) {
                        document(document, evaluation, found);
                    }
                }
                default -> documents(properties, evaluation, found);
            }
        }
        return found;
    }

    private static void documents(Value.Mapping properties, Evaluation evaluation, List<Value> found) {
        for (String name : DOCUMENTS) {
            Value document = properties.get(name);
            if (document != null) {
                document(document, evaluation, found);
            }
        }
    }

    private static void referring(Node node, String type, Evaluation evaluation, List<Value> found) {
        // A policy may name what it protects instead of referring to it.
        Set<Node> policies = new LinkedHashSet<>(evaluation.graph().referring(node, Set.of(type)));
        for (Node policy : evaluation.graph().incoming(node, EdgeKind.PROTECTS)) {
            if (policy.resource() != null && policy.resource().type().equals(type)) {
                policies.add(policy);
            }
        }
        for (Node policy : policies) {
            if (evaluation.exists(policy) && evaluation.properties(policy) instanceof Datum.Structure structure) {
                documents(structure.mapping(), evaluation, found);
            }
        }
    }

    /**
     * What an identity may do: its own policies, those attached to it by a resource of the template, and
     * {@code AdministratorAccess}, the one managed policy whose statement everybody knows.
     */
    private static void identity(Node node, Value.Mapping properties, Evaluation evaluation, List<Value> found) {
        inline(properties, evaluation, found);
        List<Node> attached = new ArrayList<>();
        for (Value arn : items(properties.get("ManagedPolicyArns"), evaluation)) {
            if (arn instanceof Value.Text || arn instanceof Value.Composed) {
                if (endsWith(arn, ":iam::aws:policy/AdministratorAccess")) {
                    found.add(administrator(arn.span()));
                }
            }
            evaluation.graph().target(node, arn).ifPresent(attached::add);
        }
        for (Node policy : evaluation.graph().referring(node, PolicyHolders.ATTACHING)) {
            if (!attached.contains(policy) && namesAsHolder(node, policy, evaluation)) {
                attached.add(policy);
            }
        }
        for (Node policy : attached) {
            if (evaluation.exists(policy) && evaluation.properties(policy) instanceof Datum.Structure structure) {
                documents(structure.mapping(), evaluation, found);
            }
        }
    }

    private static void inline(Value.Mapping properties, Evaluation evaluation, List<Value> found) {
        for (Value policy : items(properties.get("Policies"), evaluation)) {
            if (policy instanceof Value.Mapping inline) {
                Value document = inline.get("PolicyDocument");
                if (document != null) {
                    document(document, evaluation, found);
                }
            } else if (policy instanceof Value.Unresolved) {
                found.add(policy);
            }
        }
    }

    /** Whether a policy is attached to an identity, rather than naming it in a statement. */
    private static boolean namesAsHolder(Node node, Node policy, Evaluation evaluation) {
        if (!(evaluation.properties(policy) instanceof Datum.Structure structure)) {
            return false;
        }
        for (String field : NAMING) {
            for (Value holder : items(structure.mapping().get(field), evaluation)) {
                if (evaluation
                        .graph()
                        .target(policy, holder)
                        .filter(node::equals)
                        .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean endsWith(Value value, String suffix) {
        Value last =
                value instanceof Value.Composed composed && !composed.parts().isEmpty()
                        ? composed.parts().get(composed.parts().size() - 1)
                        : value;
        return last instanceof Value.Text text && text.text().endsWith(suffix);
    }

    private static Value administrator(Span span) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("Effect", new Value.Entry(span, new Value.Text("Allow", span)));
        entries.put("Action", new Value.Entry(span, one(new Value.Text("*", span))));
        entries.put("Resource", new Value.Entry(span, one(new Value.Text("*", span))));
        return new Value.Mapping(entries, span);
    }

    private static Value one(Value value) {
        return new Value.Sequence(List.of(value), value.span());
    }

    /** The items of what may be one or several, as this world has them. */
    private static List<Value> items(@Nullable Value value, Evaluation evaluation) {
        if (value == null) {
            return List.of();
        }
        Value decided = evaluation.decided(value);
        if (decided instanceof Value.Absent || decided instanceof Value.Null) {
            return List.of();
        }
        if (!(decided instanceof Value.Sequence sequence)) {
            return List.of(decided);
        }
        List<Value> items = new ArrayList<>();
        for (Value item : sequence.items()) {
            Value one = evaluation.decided(item);
            if (one instanceof Value.Sequence inner) {
                items.addAll(inner.items());
            } else if (!(one instanceof Value.Absent)) {
                items.add(one);
            }
        }
        return items;
    }

    /** The statements of one document. */
    static List<Value> statements(Value.Mapping document, Evaluation evaluation) {
        List<Value> found = new ArrayList<>();
        document(document, evaluation, found);
        return found;
    }

    private static void document(Value document, Evaluation evaluation, List<Value> found) {
        Value decided = evaluation.decided(document);
        if (decided instanceof Value.Text text) {
            Value parsed = TextFunctions.parse(text);
            decided = parsed == null ? decided : parsed;
        }
        switch (decided) {
            case Value.Mapping mapping -> {
                if (mapping.get("Statement") != null) {
                    for (Value statement : items(mapping.get("Statement"), evaluation)) {
                        add(statement, evaluation, found);
                    }
                } else if (mapping.has("Effect")) {
                    add(mapping, evaluation, found);
                }
            }
            case Value.Unresolved unresolved -> found.add(unresolved);
            default -> {}
        }
    }

    private static void add(Value statement, Evaluation evaluation, List<Value> found) {
        Value decided = evaluation.decided(statement);
        if (decided instanceof Value.Unresolved) {
            found.add(decided);
        }
        if (!(decided instanceof Value.Mapping mapping)) {
            return;
        }
        evaluation.step(mapping.entries().size());
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Value value = evaluation.decided(entry.value());
            if (value instanceof Value.Absent) {
                return;
            }
            if (LISTS.contains(name)) {
                value = listed(value);
            } else if (name.equals("Principal") || name.equals("NotPrincipal")) {
                value = principal(value, evaluation);
            } else if (name.equals("Condition") && value instanceof Value.Mapping condition) {
                value = condition(condition, evaluation);
            }
            entries.put(name, new Value.Entry(entry.keySpan(), value));
        });
        found.add(new Value.Mapping(entries, mapping.span()));
    }

    private static Value listed(Value value) {
        return value instanceof Value.Sequence || value instanceof Value.Unresolved ? value : one(value);
    }

    private static Value principal(Value value, Evaluation evaluation) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        boolean everybody = false;
        if (value instanceof Value.Mapping mapping) {
            for (Map.Entry<String, Value.Entry> entry : mapping.entries().entrySet()) {
                Value kind = evaluation.decided(entry.getValue().value());
                if (!(kind instanceof Value.Absent)) {
                    Value names = listed(kind);
                    entries.put(entry.getKey(), new Value.Entry(entry.getValue().keySpan(), names));
                    everybody |= entry.getKey().equals("AWS") && holdsStar(names);
                }
            }
        } else if (value instanceof Value.Text text && text.text().equals("*")) {
            everybody = true;
        } else {
            return value;
        }
        entries.put("*", new Value.Entry(value.span(), new Value.Bool(everybody, value.span())));
        return new Value.Mapping(entries, value.span());
    }

    private static boolean holdsStar(Value names) {
        if (names instanceof Value.Sequence sequence) {
            for (Value name : sequence.items()) {
                if (name instanceof Value.Text text && text.text().equals("*")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Value condition(Value.Mapping condition, Evaluation evaluation) {
        Map<String, Value.Entry> operators = new LinkedHashMap<>();
        condition.entries().forEach((operator, keys) -> {
            Value decided = evaluation.decided(keys.value());
            if (decided instanceof Value.Mapping mapping) {
                Map<String, Value.Entry> listed = new LinkedHashMap<>();
                mapping.entries().forEach((key, values) -> {
                    Value one = evaluation.decided(values.value());
                    if (!(one instanceof Value.Absent)) {
                        listed.put(key, new Value.Entry(values.keySpan(), listed(one)));
                    }
                });
                decided = new Value.Mapping(listed, mapping.span());
            }
            if (!(decided instanceof Value.Absent)) {
                operators.put(operator, new Value.Entry(keys.keySpan(), decided));
            }
        });
        return new Value.Mapping(operators, condition.span());
    }
}
