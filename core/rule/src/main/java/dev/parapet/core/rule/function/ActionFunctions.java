package dev.parapet.core.rule.function;

import dev.parapet.core.knowledge.ActionTable;
import dev.parapet.core.rule.evaluation.Basis;
import dev.parapet.core.rule.evaluation.Datum;
import dev.parapet.core.rule.evaluation.Evaluation;
import dev.parapet.core.rule.expression.Signature;
import java.util.List;

/** What is known of IAM actions: {@code matchesAction}, {@code needsWildcard}, {@code accessLevel}. */
final class ActionFunctions implements FunctionFamily {
    @Override
    public List<Signature> signatures() {
        return List.of(
                Signature.predicate("matchesAction", 2),
                Signature.predicate("needsWildcard", 1),
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
            case "needsWildcard" -> {
                ActionTable.Action action = ActionTable.standard().find(first);
                yield action == null
                        ? Datum.Unknown.of("whether " + first + " can be limited to a resource", true, basis)
                        : new Datum.Bool(!action.hasResource(), basis);
            }
            default -> {
                ActionTable.Action action = ActionTable.standard().find(first);
                yield action == null
                        ? Datum.Unknown.of("what " + first + " gives access to", true, basis)
                        : new Datum.Text(action.level(), basis);
            }
        };
    }
}
