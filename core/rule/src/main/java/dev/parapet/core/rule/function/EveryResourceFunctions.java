package dev.parapet.core.rule.function;

import dev.parapet.core.iam.access.EveryResource;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.iam.policy.PolicyReader;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import dev.parapet.model.Span;
import dev.parapet.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code allowsOnEvery(statement, action)}: whether a statement allows an action, or one that a pattern such as {@code dynamodb:*} covers, on
 * every resource of a type that the action takes, as {@link EveryResource} tells it.
 */
final class EveryResourceFunctions implements FunctionFamily {
    private @Nullable TemplateNames names;

    @Override
    public List<Signature> signatures() {
        return List.of(Signature.predicate("allowsOnEvery", 2));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        for (Datum argument : arguments) {
            Datum.Unknown unknown = Datum.unknown(argument);
            if (unknown != null) {
                return unknown;
            }
        }
        if (!(arguments.get(0) instanceof Datum.Structure(Value.Mapping written, Basis basis))
                || !(arguments.get(1) instanceof Datum.Text(String pattern, Basis ignored))) {
            return new Datum.Failure("allowsOnEvery() takes a statement and an action");
        }
        Value resources = written.get("Resource");
        if (resources == null || !holdsWildcard(resources) || !mayName(written.get("Action"), pattern)) {
            return new Datum.Bool(false, basis);
        }
        Statement statement = read(written, resources, evaluation);
        for (ActionTable.Action action : ActionTable.standard().matching(pattern)) {
            evaluation.step(1);
            if (action.hasResource() && EveryResource.isAllowed(statement, action.name())) {
                return new Datum.Bool(true, basis);
            }
        }
        return new Datum.Bool(false, basis);
    }

    /** Whether a list of actions may name one that a pattern covers, as most do not: then there is no need to read the statement. */
    private static boolean mayName(@Nullable Value actions, String pattern) {
        return !(actions instanceof Value.Sequence sequence)
                || sequence.items().stream()
                        .anyMatch(item -> !(item instanceof Value.Text text)
                                || Wildcards.matches(text.text(), pattern)
                                || Wildcards.matches(pattern, text.text()));
    }

    private static boolean holdsWildcard(Value value) {
        return switch (value) {
            case Value.Text text -> text.text().indexOf('*') >= 0;
            case Value.Sequence sequence -> sequence.items().stream().anyMatch(EveryResourceFunctions::holdsWildcard);
            case Value.Composed composed -> composed.parts().stream().anyMatch(EveryResourceFunctions::holdsWildcard);
            default -> false;
        };
    }

    private Statement read(Value.Mapping written, Value resources, Evaluation evaluation) {
        TemplateNames all = names;
        if (all == null) {
            all = new TemplateNames(evaluation.graph().stacks());
            names = all;
        }
        Span span = written.span();
        Map<String, Value.Entry> entries = new LinkedHashMap<>(written.entries());
        entries.put("Resource", new Value.Entry(span, all.resolved(resources)));
        Map<String, Value.Entry> policy = new LinkedHashMap<>();
        policy.put("Version", new Value.Entry(span, new Value.Text("2012-10-17", span)));
        policy.put("Statement", new Value.Entry(span, new Value.Mapping(entries, span)));
        return PolicyReader.read(new Value.Mapping(policy, span))
                .policy()
                .statements()
                .getFirst();
    }
}
