package dev.parapet.core.iam.space;

import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside an account, and what the provider says of every request of theirs.
 *
 * @param kind what sort of outsider
 * @param name the account, principal, organisation, service or identity provider; empty for those who are anybody
 * @param principal who makes the request
 * @param says what condition keys that a caller cannot choose can be, by the key in lower case
 */
record Caller(Exposure.Outsider kind, String name, Principal principal, Map<String, List<ContextValue>> says) {
    Caller {
        says = Map.copyOf(says);
    }
    /** What the provider says of a key; null where the caller can choose. */
    @Nullable
    List<ContextValue> of(String key) {
        return kind == Exposure.Outsider.ANONYMOUS && key.startsWith("aws:principaltag/")
                ? List.of(new ContextValue.Absent())
                : says.get(key);
    }
}
