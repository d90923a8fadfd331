package dev.parapet.core.iam.policy;

import dev.parapet.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy document.
 *
 * @param version the version of the language
 * @param id its {@code Id}
 * @param statements its statements in the order of the text
 * @param span where it is written
 */
public record Policy(Version version, @Nullable String id, List<Statement> statements, Span span) {
    public Policy {
        statements = List.copyOf(statements);
    }
}
