package dev.parapet.core.iam.oracle;

import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The six parts of an ARN (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>): the
 * first five colons part it.
 */
final class Parts {
    private Parts() {}

    /** The parts of a pattern; fewer than six where it is shorter. */
    static List<List<Token>> of(List<Token> pattern) {
        List<List<Token>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (Token token : pattern) {
            if (token instanceof Token.Literal(String text)) {
                String[] pieces = text.split(":", 7 - parts.size());
                for (int i = 0; i < pieces.length; i++) {
                    if (i > 0) {
                        parts.add(new ArrayList<>());
                    }
                    if (!pieces[i].isEmpty()) {
                        parts.getLast().add(new Token.Literal(pieces[i]));
                    }
                }
            } else {
                parts.getLast().add(token);
            }
        }
        return parts;
    }
}
