package dev.parapet.core.report;

import java.util.Optional;

/** Where reports get the words of the rules from, so that they depend on no way in which rules are kept. */
@FunctionalInterface
public interface RuleTexts {
    /** The words of a rule; empty when none of that id is known. */
    Optional<RuleText> lookup(String rule);

    /** No words at all: reports then say what the findings themselves say. */
    static RuleTexts none() {
        return rule -> Optional.empty();
    }
}
