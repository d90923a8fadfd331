package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.SeqExpr;
import dev.parapet.core.iam.policy.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What policy variables stand for (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables and tags</a>): the single value
 * of a key of the request.
 */
record Variables(Context z3, Function<String, Key> keys) {
    static boolean standIn(List<Token> pattern) {
        return pattern.stream().anyMatch(Token.Variable.class::isInstance);
    }

    /** Whether each variable of a pattern has a value. */
    BoolExpr valued(List<Token> pattern) {
        BoolExpr all = z3.mkTrue();
        for (Token token : pattern) {
            if (token instanceof Token.Variable variable) {
                if (variable.fallback() != null) {
                    throw new Texts.NotEncoded("a variable with a fallback");
                }
                all = z3.mkAnd(all, keys.apply(variable.key()).isOneValue());
            }
        }
        return all;
    }

    /** The values by key. */
    Map<String, SeqExpr<CharSort>> texts(List<Token> pattern) {
        Map<String, SeqExpr<CharSort>> texts = new HashMap<>();
        for (Token token : pattern) {
            if (token instanceof Token.Variable variable) {
                texts.put(variable.key(), keys.apply(variable.key()).first().text());
            }
        }
        return texts;
    }
}
