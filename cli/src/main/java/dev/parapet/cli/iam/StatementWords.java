package dev.parapet.cli.iam;

import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import java.util.List;

/** Statements in words. */
final class StatementWords {
    private static final int SHOWN = 4;

    private StatementWords() {}

    /** What to call it. */
    static String name(Statement statement) {
        String sid = statement.sid();
        return sid == null || sid.isEmpty() ? "statement " + (statement.index() + 1) : "'" + sid + "'";
    }

    /** What may be done to what. */
    static String scope(Statement statement) {
        Element<TextPattern> resource = statement.resource();
        String actions = list(statement.action(), "everything");
        return resource == null ? actions : actions + " on " + list(resource, "everything");
    }

    private static String list(Element<TextPattern> element, String all) {
        List<String> words = element.patterns().stream()
                .map(pattern -> pattern.isEverything() ? all : NameWords.shown(pattern.text()))
                .toList();
        String shown = words.size() <= SHOWN
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, SHOWN)) + " and " + (words.size() - SHOWN) + " more";
        return element.negated() ? "everything but " + shown : shown;
    }
}
