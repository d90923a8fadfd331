package dev.parapet.core.need.workflow;

import dev.parapet.model.Span;
import java.util.List;

/**
 * A call that a configuration declares, and what is needed besides.
 *
 * @param call the call
 * @param place where it is declared
 * @param byRole whether it is made with the permissions of the role; not where the configuration names another role for it
 * @param besides what is needed besides
 */
public record DeclaredTask(DeclaredCall call, Span place, boolean byRole, List<Besides> besides) {
    public DeclaredTask {
        besides = List.copyOf(besides);
    }

    /**
     * An action that is needed besides the call's own.
     *
     * @param action the action as a policy names it
     * @param on what it is needed on: an ARN, or {@link #SAME}
     * @param because why, a clause without a full stop
     */
    public record Besides(String action, String on, String because) {
        /** What the parameters of the call name, of the types of resource that the action takes. */
        public static final String SAME = "same";
    }
}
