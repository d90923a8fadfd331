package dev.parapet.core.iam.account;

import dev.parapet.core.graph.json.JsonText;
import dev.parapet.core.iam.policy.Operator;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.model.Condition;
import dev.parapet.model.Resource;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Policies as they stand in templates. A statement that is there only under a condition of the template which is not decided carries
 * that condition among its own, so that a decision that hangs on it says so.
 */
final class TemplatePolicies {
    private static final int MAX_DEPTH = 50;

    private final TemplateNames names;

    TemplatePolicies(TemplateNames names) {
        this.names = names;
    }

    /**
     * A value that may be there under a condition only.
     *
     * @param condition the condition; null where there is none
     */
    record Item(Value value, @Nullable Condition condition) {}

    /** The items of a property, which may be one or several, references being texts; the path may lead through mappings by dots. */
    List<Item> items(Resource resource, String path) {
        return raw(resource, path).stream()
                .map(item -> new Item(names.resolved(item.value()), item.condition()))
                .toList();
    }

    /** The texts among the items of a property. */
    Set<String> texts(Resource resource, String path) {
        Set<String> texts = new LinkedHashSet<>();
        for (Item item : items(resource, path)) {
            if (item.value() instanceof Value.Text text) {
                texts.add(text.text());
            }
        }
        return texts;
    }

    /** The same with references as they are. */
    static List<Item> raw(Resource resource, String path) {
        List<Item> at = List.of(new Item(resource.properties(), null));
        for (String step : path.split("\\.", -1)) {
            List<Item> next = new ArrayList<>();
            for (Item item : at) {
                if (item.value() instanceof Value.Mapping mapping && mapping.get(step) instanceof Value value) {
                    add(value, item.condition(), next, 0);
                }
            }
            at = next;
        }
        return at;
    }

    /**
     * The tags of a resource that are always there, as a list of keys and values or as a mapping. The stack and the provider may add
     * others.
     */
    Map<String, String> tags(Resource resource) {
        Map<String, String> tags = new HashMap<>();
        for (Item item : items(resource, "Tags")) {
            if (item.condition() == null && item.value() instanceof Value.Mapping tag) {
                if (tag.get("Key") instanceof Value.Text key && tag.get("Value") instanceof Value.Text value) {
                    tags.put(key.text(), value.text());
                } else {
                    tag.entries().forEach((key, entry) -> {
                        if (entry.value() instanceof Value.Text value) {
                            tags.put(key, value.text());
                        }
                    });
                }
            }
        }
        return tags;
    }

    private static void add(Value value, @Nullable Condition condition, List<Item> items, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Value.Sequence sequence -> sequence.items().forEach(item -> add(item, condition, items, depth + 1));
            case Value.Conditional either -> {
                add(either.whenTrue(), and(condition, either.condition()), items, depth + 1);
                add(either.whenFalse(), and(condition, new Condition.Not(either.condition())), items, depth + 1);
            }
            case Value.Absent ignored -> {}
            case Value.Null ignored -> {}
            case Value.Text ignored -> items.add(new Item(value, condition));
            case Value.Mapping ignored -> items.add(new Item(value, condition));
            case Value.Number ignored -> items.add(new Item(value, condition));
            case Value.Bool ignored -> items.add(new Item(value, condition));
            case Value.Reference ignored -> items.add(new Item(value, condition));
            case Value.Composed ignored -> items.add(new Item(value, condition));
            case Value.DynamicReference ignored -> items.add(new Item(value, condition));
            case Value.Unresolved ignored -> items.add(new Item(value, condition));
        }
    }

    private static Condition and(@Nullable Condition first, Condition second) {
        return first == null ? second : new Condition.And(List.of(first, second));
    }

    /** Reads a document that is there under a condition; null for one that always is. */
    Policy read(@Nullable Value document, @Nullable Condition condition) {
        List<Item> alternatives = new ArrayList<>();
        if (document != null) {
            add(names.resolved(document), condition, alternatives, 0);
        }
        Policy whole = null;
        for (Item alternative : alternatives) {
            Policy one = one(alternative);
            whole = whole == null ? one : joined(whole, one);
        }
        return whole == null ? ProviderPolicies.unknown("a policy document") : whole;
    }

    private static Policy one(Item document) {
        Value written = document.value();
        if (written instanceof Value.Text || written instanceof Value.Composed) {
            if (!(JsonText.parse(written) instanceof JsonText.Result.Parsed parsed)) {
                return ProviderPolicies.unknown("a policy document");
            }
            written = parsed.value();
        }
        if (!(written instanceof Value.Mapping mapping)) {
            return ProviderPolicies.unknown(
                    written instanceof Value.Unresolved unresolved ? unresolved.missing() : "a policy document");
        }
        List<Item> statements = new ArrayList<>();
        Value list = mapping.get("Statement");
        if (list != null) {
            add(list, document.condition(), statements, 0);
        }
        Policy whole = PolicyReader.read(with(mapping, List.of())).policy();
        for (Item statement : statements) {
            Policy read = statement.value() instanceof Value.Unresolved unresolved
                    ? ProviderPolicies.unknown(unresolved.missing())
                    : PolicyReader.read(with(mapping, List.of(statement.value())))
                            .policy();
            whole = joined(whole, under(read, statement.condition()));
        }
        return whole;
    }

    private static Value with(Value.Mapping document, List<Value> statements) {
        Map<String, Value.Entry> entries = new LinkedHashMap<>(document.entries());
        entries.put("Statement", new Value.Entry(document.span(), new Value.Sequence(statements, document.span())));
        return new Value.Mapping(entries, document.span());
    }

    /** Two policies as one. */
    static Policy joined(Policy first, Policy second) {
        List<Statement> statements = new ArrayList<>(first.statements());
        for (Statement statement : second.statements()) {
            statements.add(new Statement(
                    statements.size(),
                    statement.sid(),
                    statement.effect(),
                    statement.principal(),
                    statement.action(),
                    statement.resource(),
                    statement.conditions(),
                    statement.span()));
        }
        return new Policy(first.version(), first.id(), statements, first.span());
    }

    /** A policy all of whose statements hang on a condition of the template. */
    static Policy under(Policy policy, @Nullable Condition condition) {
        if (condition == null) {
            return policy;
        }
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            List<dev.parapet.core.iam.policy.Condition> conditions = new ArrayList<>(statement.conditions());
            conditions.add(new dev.parapet.core.iam.policy.Condition(
                    Operator.of("StringEquals"),
                    "condition " + name(condition),
                    List.of(TextPattern.of(new Value.Text("true", statement.span()), TextPattern.Syntax.PLAIN)),
                    statement.span()));
            statements.add(new Statement(
                    statement.index(),
                    statement.sid(),
                    statement.effect(),
                    statement.principal(),
                    statement.action(),
                    statement.resource(),
                    conditions,
                    statement.span()));
        }
        return new Policy(policy.version(), policy.id(), statements, policy.span());
    }

    private static String name(Condition condition) {
        return switch (condition) {
            case Condition.Named named -> named.name();
            case Condition.Equals equals -> equals.unknown() + " = " + equals.literal();
            case Condition.Opaque opaque -> opaque.text();
            case Condition.Not not -> "not " + name(not.operand());
            case Condition.And and ->
                String.join(
                        " and ",
                        and.operands().stream().map(TemplatePolicies::name).toList());
            case Condition.Or or ->
                String.join(
                        " or ",
                        or.operands().stream().map(TemplatePolicies::name).toList());
        };
    }
}
