package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param index its place in the document, counted from 0
 * @param sid its {@code Sid}
 * @param effect what it does
 * @param principal whom it is about; null where it doesn't say
 * @param action what may be done
 * @param resource what it may be done to; null where it doesn't say
 * @param conditions all must hold
 * @param span where it is written
 */
public record Statement(
        int index,
        @Nullable String sid,
        Effect effect,
        @Nullable Element<PrincipalPattern> principal,
        Element<TextPattern> action,
        @Nullable Element<TextPattern> resource,
        List<Condition> conditions,
        Span span) {
    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** The same about somebody else. */
    public Statement of(Element<PrincipalPattern> other) {
        return new Statement(index, sid, effect, other, action, resource, conditions, span);
    }

    /** What to call it: its {@code Sid}, else its place counted from 0. */
    public String name() {
        return sid == null || sid.isEmpty() ? String.valueOf(index) : sid;
    }
}
