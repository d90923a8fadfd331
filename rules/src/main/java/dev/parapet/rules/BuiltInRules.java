package dev.parapet.rules;

import dev.parapet.core.rule.RuleSet;
import dev.parapet.core.rule.pack.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules that come with Parapet. */
public final class BuiltInRules {
    private static final String PACK = "rules.pack";

    private BuiltInRules() {}

    /** All of them; each is decoded when a resource that it is about occurs. */
    public static RuleSet load() {
        try (InputStream in = BuiltInRules.class.getResourceAsStream(PACK)) {
            if (in == null) {
                throw new IllegalStateException("the rules are missing from this build of Parapet; build it again");
            }
            return RulePack.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        }
    }

    /** The file of a rule as its author wrote it; empty when there is no such rule. */
    public static Optional<String> page(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return Optional.empty();
            }
        }
        try (InputStream in = BuiltInRules.class.getResourceAsStream("pages/" + id + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the page of the rule " + id + " cannot be read", e);
        }
    }
}
