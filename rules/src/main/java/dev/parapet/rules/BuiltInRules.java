package dev.parapet.rules;

import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.pack.RulePack;
import dev.parapet.model.ShippedFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules that come with Parapet. */
public final class BuiltInRules {
    private static final String PACK = "rules.pack";

    private BuiltInRules() {}

    /** All of them; each is decoded when a resource that it is about occurs. */
    public static RuleSet load() {
        return RulePack.read(ShippedFile.bytes(BuiltInRules.class, PACK));
    }

    /** The file of a rule as its author wrote it; empty when there is no such rule. */
    public static Optional<String> page(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return Optional.empty();
            }
        }
        return ShippedFile.find(BuiltInRules.class, "pages/" + id + ".md")
                .map(page -> new String(page, StandardCharsets.UTF_8));
    }
}
