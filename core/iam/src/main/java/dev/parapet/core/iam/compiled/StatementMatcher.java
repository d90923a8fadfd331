package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.PrincipalPattern;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import org.jspecify.annotations.Nullable;

/** A statement taken apart. The cheap questions that tell most apart come first. */
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
    private final ArnMatcher @Nullable [] resources;
    private final ConditionMatcher[] conditions;

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
        Element<TextPattern> covered = statement.resource();
        notResource = covered != null && covered.negated();
        resources = covered == null
                ? null
                : covered.patterns().stream()
                        .map(pattern -> ArnMatcher.ofResource(pattern, shortArns.completes(pattern)))
                        .toArray(ArnMatcher[]::new);
        conditions = statement.conditions().stream().map(ConditionMatcher::new).toArray(ConditionMatcher[]::new);
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
        for (int i = 0; i < conditions.length && truth != Three.NO; i++) {
            truth = Three.and(truth, conditions[i].holds(asked.context));
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
        ArnMatcher[] patterns = resources;
        if (patterns == null) {
            return Three.YES;
        }
        byte any = Three.NO;
        for (ArnMatcher pattern : patterns) {
            byte covers = pattern.match(asked.resource, asked.colons, asked.context);
            if (covers == Three.YES && !notResource) {
                return Three.YES;
            }
            if (covers != Three.NEITHER) {
                any = Three.or(any, covers);
            } else if (notResource) {
                return Three.NO;
            }
        }
        return notResource ? Three.not(any) : any;
    }
}
