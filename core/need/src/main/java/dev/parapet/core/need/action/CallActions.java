package dev.parapet.core.need.action;

import java.util.List;

/** What an API call needs. */
public sealed interface CallActions {
    /** It needs these actions, at least one. */
    record Needed(List<NeededAction> actions) implements CallActions {
        public Needed {
            actions = List.copyOf(actions);
        }
    }

    /**
     * It needs no permission.
     *
     * @param why a clause without a full stop
     */
    record Permissionless(String why) implements CallActions {}

    /**
     * What it needs is not known.
     *
     * @param why a clause without a full stop
     */
    record Unknown(String why) implements CallActions {}
}
