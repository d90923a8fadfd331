package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement taken apart. The cheap questions that tell most apart come first; resources and conditions are taken apart when a request
 * first gets to them, as policies that are asked about once would be taken apart mostly in vain.
 */
final class StatementMatcher {
    /** Whom a statement without the element is about, and whether the element counts. */
    enum Principals {
        IGNORED,
        EVERYBODY_BY_DEFAULT,
        NOBODY_BY_DEFAULT
    }

    final boolean deny;
    final Citation citation;

    private final @Nullable PrincipalMatcher principal;
    private final int withoutPrincipal;
    private final boolean notAction;
    private final TextMatcher[] actions;
    private final boolean notResource;
    private final VariableKeys variables;
    private final @Nullable Element<TextPattern> covered;
    private final List<Condition> required;
    private final ShortArns shortArns;
    /** Volatile, so that a thread that sees an array sees what is in it. */
    private volatile ArnMatcher @Nullable [] resources;

    private volatile ConditionMatcher @Nullable [] conditions;

    StatementMatcher(String policy, Statement statement, Principals principals, ShortArns shortArns) {
        deny = statement.effect() == Effect.DENY;
        citation = new Citation(policy, statement);
        Element<PrincipalPattern> named = statement.principal();
        principal = named == null || principals == Principals.IGNORED ? null : new PrincipalMatcher(named);
        withoutPrincipal = principals == Principals.NOBODY_BY_DEFAULT ? PrincipalMatcher.NOBODY : PrincipalMatcher.ALL;
        notAction = statement.action().negated();
        actions = statement.action().patterns().stream()
                .map(pattern -> TextMatcher.of(pattern.tokens(), true))
                .toArray(TextMatcher[]::new);
        covered = statement.resource();
        notResource = covered != null && covered.negated();
        variables = new VariableKeys(covered != null && notResource ? covered.patterns() : List.of());
        required = statement.conditions();
        this.shortArns = shortArns;
    }

    /** Which short ARNs stand for something. */
    interface ShortArns {
        boolean completes(TextPattern pattern);
    }

    /** The services whose actions alone it can be about; null when it is about others too. */
    String @Nullable [] services() {
        if (notAction) {
            return null;
        }
        String[] services = new String[actions.length];
        for (int i = 0; i < actions.length; i++) {
            String prefix = actions[i].prefix();
            int colon = prefix.indexOf(':');
            if (colon < 0) {
                return null;
            }
            services[i] = prefix.substring(0, colon);
        }
        return services;
    }

    /** How it bears on a request, as {@link PrincipalMatcher} puts it; the principal counts for nothing when it says no. */
    int match(Circumstances asked) {
        byte truth = action(asked);
        if (truth == Three.NO) {
            return PrincipalMatcher.NOBODY;
        }
        PrincipalMatcher named = principal;
        int whom = named == null ? withoutPrincipal : named.match(asked);
        truth = Three.and(truth, PrincipalMatcher.sure(whom));
        if (truth != Three.NO) {
            truth = Three.and(truth, resource(asked));
        }
        if (truth != Three.NO && !required.isEmpty()) {
            truth = Three.and(truth, conditions(asked));
        }
        return PrincipalMatcher.way(whom) | truth << 3;
    }

    private byte action(Circumstances asked) {
        byte any = Three.NO;
        for (TextMatcher action : actions) {
            any = Three.or(any, action.match(asked.action, 0, asked.action.length(), asked.context));
            if (any == Three.YES) {
                break;
            }
        }
        return notAction ? Three.not(any) : any;
    }

    private byte resource(Circumstances asked) {
        Element<TextPattern> element = covered;
        if (element == null) {
            return Three.YES;
        }
        ArnMatcher[] patterns = resources;
        if (patterns == null) {
            patterns = element.patterns().stream()
                    .map(pattern -> ArnMatcher.ofResource(pattern, shortArns.completes(pattern)))
                    .toArray(ArnMatcher[]::new);
            resources = patterns;
        }
        byte any = Three.NO;
        for (ArnMatcher pattern : patterns) {
            byte covers = pattern.match(asked.resource, asked.arn, asked.context);
            if (covers == Three.YES && !notResource) {
                return Three.YES;
            }
            if (covers != Three.NEITHER) {
                any = Three.or(any, covers);
            } else if (notResource) {
                return Three.NO;
            }
        }
        return notResource ? variables.not(any, asked.context) : any;
    }

    private byte conditions(Circumstances asked) {
        ConditionMatcher[] matchers = conditions;
        if (matchers == null) {
            matchers = required.stream().map(ConditionMatcher::new).toArray(ConditionMatcher[]::new);
            conditions = matchers;
        }
        byte all = Three.YES;
        for (int i = 0; i < matchers.length && all != Three.NO; i++) {
            all = Three.and(all, matchers[i].holds(asked.context));
        }
        return all;
    }
}
