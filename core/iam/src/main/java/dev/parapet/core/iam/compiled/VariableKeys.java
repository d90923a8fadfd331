package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.ContextValue;
import java.util.List;

/** The condition keys that the variables of some patterns stand for. */
final class VariableKeys {
    private final List<String> keys;

    VariableKeys(List<TextPattern> patterns) {
        keys = patterns.stream()
                .flatMap(pattern -> pattern.tokens().stream())
                .filter(Token.Variable.class::isInstance)
                .map(token -> ((Token.Variable) token).key())
                .distinct()
                .toList();
    }

    /** The opposite of what was found, which needs a value for each: nothing is beyond a pattern that is nothing. */
    byte not(byte any, Context context) {
        for (String key : keys) {
            if (any == Three.NO && context.get(key) instanceof ContextValue.Unknown) {
                return Three.UNKNOWN;
            }
        }
        return Three.not(any);
    }
}
