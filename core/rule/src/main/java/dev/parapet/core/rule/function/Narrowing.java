package dev.parapet.core.rule.function;

import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.Version;
import dev.parapet.core.iam.space.Exposure;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether the conditions of a statement keep strangers out: those of any account and without one, or those for whom a service acts that the statement
 * names. {@link Exposure} says it.
 */
final class Narrowing {
    private static final Exposure.Inside INSIDE = new Exposure.Inside(Set.of(), Set.of());

    private Narrowing() {}

    static Datum of(Value.Mapping statement, Basis basis) {
        Value block = statement.get("Condition");
        if (!(block instanceof Value.Mapping) && !(block instanceof Value.Conditional)) {
            return new Datum.Bool(false, basis);
        }
        Statement written = read(statement, block);
        Exposure.Result letsIn = exposure(written);
        if (letsIn.grants().stream().anyMatch(Narrowing::isStranger)) {
            return new Datum.Bool(false, basis);
        }
        if (letsIn.undecided().isEmpty()) {
            return new Datum.Bool(true, basis);
        }
        // What is known may keep them out by itself.
        Statement known = new Statement(
                written.index(),
                written.sid(),
                written.effect(),
                written.principal(),
                written.action(),
                written.resource(),
                written.conditions().stream().filter(Narrowing::isKnown).toList(),
                written.span());
        Exposure.Result atMost = exposure(known);
        return atMost.grants().isEmpty() && atMost.undecided().isEmpty()
                ? new Datum.Bool(true, basis)
                : new Datum.Unknown(new TreeSet<>(letsIn.undecided()), true, basis);
    }

    private static Exposure.Result exposure(Statement statement) {
        return Exposure.of(List.of(new Policy(Version.V2012, null, List.of(statement), statement.span())), INSIDE);
    }

    private static boolean isStranger(Exposure.Grant grant) {
        return switch (grant.outsider()) {
            case ANONYMOUS, ANY_ACCOUNT, SERVICE -> true;
            case ACCOUNT, PRINCIPAL, ORGANIZATION, FEDERATED -> false;
        };
    }

    private static boolean isKnown(Condition condition) {
        return condition.values().stream().noneMatch(value -> value.isPartlyUnknown());
    }

    /** Only whom the conditions keep out is asked: what is done, and to what, makes no difference. */
    private static Statement read(Value.Mapping statement, Value conditions) {
        Span span = statement.span();
        Map<String, Value.Entry> entries = new LinkedHashMap<>();
        entries.put("Effect", text("Allow", span));
        entries.put("Principal", new Value.Entry(span, principal(statement.get("Principal"), span)));
        entries.put("Action", text("sqs:SendMessage", span));
        entries.put("Resource", text("*", span));
        entries.put("Condition", new Value.Entry(span, own(conditions)));
        Value.Mapping whole = new Value.Mapping(entries, span);
        Map<String, Value.Entry> policy = new LinkedHashMap<>();
        policy.put("Version", text("2012-10-17", span));
        policy.put("Statement", new Value.Entry(span, whole));
        return PolicyReader.read(new Value.Mapping(policy, span))
                .policy()
                .statements()
                .getFirst();
    }

    /** Services that are named, else everybody. */
    private static Value principal(@Nullable Value principal, Span span) {
        Value services = principal instanceof Value.Mapping named ? named.get("Service") : null;
        return services == null
                ? new Value.Text("*", span)
                : new Value.Mapping(Map.of("Service", new Value.Entry(span, services)), span);
    }

    private static Value.Entry text(String text, Span span) {
        return new Value.Entry(span, new Value.Text(text, span));
    }

    /** What names the account or a resource of the template is none of a stranger's. */
    private static Value own(Value value) {
        return switch (value) {
            case Value.Mapping mapping -> {
                Map<String, Value.Entry> entries = new LinkedHashMap<>();
                mapping.entries()
                        .forEach((name, entry) ->
                                entries.put(name, new Value.Entry(entry.keySpan(), own(entry.value()))));
                yield new Value.Mapping(entries, mapping.span());
            }
            case Value.Sequence list ->
                new Value.Sequence(list.items().stream().map(Narrowing::own).toList(), list.span());
            case Value.Composed composed -> {
                List<Value> parts = new ArrayList<>();
                for (int i = 0; i < composed.parts().size(); i++) {
                    Value part = composed.parts().get(i);
                    // An ARN stands at the beginning, a name or number within one.
                    parts.add(i == 0 ? own(part) : named(part, "000000000000"));
                }
                yield new Value.Composed(parts, composed.span());
            }
            default -> named(value, "arn:aws:own:us-east-1:000000000000:own");
        };
    }

    private static Value named(Value value, String as) {
        return switch (value) {
            case Value.Reference ignored -> new Value.Text(as, value.span());
            case Value.Unresolved unresolved
            when unresolved.missing().contains("AWS::") -> new Value.Text("000000000000", value.span());
            default -> value;
        };
    }
}
