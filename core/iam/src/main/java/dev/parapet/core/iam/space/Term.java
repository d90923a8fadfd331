package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.ConditionMatch;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.List;

/**
 * What is left of a statement when action, principal and resource of a request are known.
 *
 * @param clause the statement
 * @param who whether it is about the principal and the action
 * @param resource whether it is about the resource, as far as that hangs on no atom
 * @param beyond whether it is about resources beyond its patterns ({@code NotResource})
 * @param atoms those of its patterns that are closed: of them one must be true, or with {@code beyond} none
 * @param conditions for each condition the atom that stands for it; empty where it is asked itself
 */
record Term(Clause clause, Truth who, Truth resource, boolean beyond, List<String> atoms, List<String> conditions) {
    /** Whether it is about no request at all. */
    boolean isIdle() {
        return who instanceof Truth.No || (resource instanceof Truth.No && (beyond || atoms.isEmpty()));
    }

    /** Whether it is about a request, of which the context is asked. */
    Truth holds(Context context) {
        Truth holds = resource;
        for (String atom : atoms) {
            holds = beyond ? holds.and(truth(atom, context).not()) : holds.or(truth(atom, context));
        }
        holds = holds.and(who);
        List<Condition> asked = clause.statement().conditions();
        for (int i = 0; i < asked.size() && !(holds instanceof Truth.No); i++) {
            String atom = conditions.get(i);
            holds = holds.and(atom.isEmpty() ? ConditionMatch.holds(asked.get(i), context) : truth(atom, context));
        }
        return holds;
    }

    private static Truth truth(String atom, Context context) {
        return context.get(atom) instanceof ContextValue.One(String value)
                ? Truth.of(value.equals("true"))
                : Truth.unknown(atom);
    }
}
