package dev.parapet.core.report;

import dev.parapet.model.Severity;
import java.util.List;

/**
 * What a rule says of itself beyond what its findings repeat.
 *
 * @param severity the base severity, before any fact moves it
 * @param why why it matters: Markdown, its first sentence standing by itself
 * @param fix what to do: Markdown
 * @param controls the controls that it serves, such as {@code nist-800-53:AC-3}
 */
public record RuleText(Severity severity, String why, String fix, List<String> controls) {
    public RuleText {
        controls = List.copyOf(controls);
    }
}
