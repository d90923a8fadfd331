package dev.parapet.core.rule.function;

import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.knowledge.Wildcards;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of IAM actions: {@code matchesAction}, {@code needsWildcard}, {@code accessLevel},
 * {@code isKnownAction}.
 */
final class ActionFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.predicate("matchesAction", 2),
                Signature.predicate("needsWildcard", 1),
                Signature.predicate("isKnownAction", 1),
                Signature.of("accessLevel", 1));
    }

    @Override
    public Datum call(String function, List<Datum> arguments, Evaluation evaluation) {
        for (Datum argument : arguments) {
            Datum.Unknown unknown = Datum.unknown(argument);
            if (unknown != null) {
                return unknown;
            }
        }
        if (!(arguments.get(0) instanceof Datum.Text(String first, Basis basis))) {
            return new Datum.Failure(function + "() takes a text");
        }
        return switch (function) {
            case "matchesAction" ->
                arguments.get(1) instanceof Datum.Text(String action, Basis other)
                        ? new Datum.Bool(Wildcards.matches(first, action), Basis.both(basis, other))
                        : new Datum.Failure("matchesAction() takes texts");
            case "isKnownAction" ->
                new Datum.Bool(!ActionTable.standard().matching(first).isEmpty(), basis);
            case "needsWildcard" -> {
                List<ActionTable.Action> actions = ActionTable.standard().matching(first);
                yield actions.isEmpty()
                        ? Datum.Unknown.of("whether " + first + " can be limited to a resource", true, basis)
                        : new Datum.Bool(actions.stream().noneMatch(ActionTable.Action::hasResource), basis);
            }
            default ->
                ActionTable.standard().matching(first).stream()
                        .map(ActionTable.Action::level)
                        .max(Comparator.naturalOrder())
                        .<Datum>map(level -> new Datum.Text(level.word(), basis))
                        .orElseGet(() -> Datum.Unknown.of("what " + first + " gives access to", true, basis));
        };
    }
}
