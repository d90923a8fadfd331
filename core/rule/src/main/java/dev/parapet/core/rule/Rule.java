package dev.parapet.core.rule;

import dev.parapet.core.rule.expression.Expression;
import dev.parapet.model.Area;
import dev.parapet.model.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule: what it asks of which resources, and what it says of one that breaks it. {@code docs/rule-language.md} describes each
 * field as it is written.
 *
 * @param id its name, in kebab case
 * @param title short, names the risk
 * @param severity how bad it is where no fact moves it
 * @param raised the severity by a fact that holds
 * @param lowered the severity by a fact that holds, where none raises it
 * @param area the area it belongs to
 * @param resourceTypes the types of resources it is about; of a rule about code {@link #CODE} and what it is about there:
 *     {@code flow:command}, {@code code:weak-hash}
 * @param sameAs the ids that other tools give to the same question
 * @param differs why the answer differs from that of a tool, by the tool's id
 * @param cwe the weaknesses
 * @param controls the controls of each catalogue
 * @param hygiene whether it is a matter of good housekeeping
 * @param applies where it applies at all; null for everywhere
 * @param violated what is wrong when it holds
 * @param at the property where the author must look; null for what decided
 * @param message what is wrong
 * @param fix what closes it
 */
public record Rule(
        String id,
        String title,
        Severity severity,
        Map<String, Severity> raised,
        Map<String, Severity> lowered,
        Area area,
        List<String> resourceTypes,
        List<String> sameAs,
        Map<String, String> differs,
        List<String> cwe,
        Map<String, List<String>> controls,
        boolean hygiene,
        @Nullable Expression applies,
        Expression violated,
        @Nullable String at,
        Message message,
        Fix fix) {

    /** Stands among the resource types of every rule about code. */
    public static final String CODE = "code";

    /** Whether it is about the code of functions. */
    public boolean isAboutCode() {
        return resourceTypes.contains(CODE);
    }

    /**
     * What closes a finding of the rule.
     *
     * @param set the property that the fix sets; null where there is no automatic fix
     * @param to the value it is set to, as JSON; null where there is no automatic fix
     * @param summary what to do, one sentence
     */
    public record Fix(@Nullable String set, @Nullable String to, String summary) {}

    /** The same rule with another severity, that no fact moves. */
    public Rule withSeverity(Severity other) {
        return new Rule(
                id,
                title,
                other,
                Map.of(),
                Map.of(),
                area,
                resourceTypes,
                sameAs,
                differs,
                cwe,
                controls,
                hygiene,
                applies,
                violated,
                at,
                message,
                fix);
    }
}
