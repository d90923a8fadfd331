package dev.parapet.core.iam.space;

import dev.parapet.core.iam.evaluation.Glob;
import dev.parapet.core.iam.evaluation.GlobCells;
import dev.parapet.core.iam.evaluation.PatternMatch;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resources, one for each combination of patterns that cover it. */
final class ResourceCells {
    private static final int PARTS = 6;
    private static final List<Token> ANY = List.of(new Token.AnyText());

    private ResourceCells() {}

    /**
     * The resources.
     *
     * @param takesResources whether the action has any; else {@code *} is the only one
     * @return the resources; null when there are too many combinations
     */
    static @Nullable List<String> of(List<Statement> statements, boolean takesResources) {
        if (!takesResources) {
            return List.of("*");
        }
        Set<List<Token>> patterns = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement.resource() != null) {
                for (TextPattern pattern : statement.resource().patterns()) {
                    if (!pattern.isEverything()) {
                        patterns.add(withoutVariables(pattern.tokens()));
                    }
                }
            }
        }
        List<Glob> globs = new ArrayList<>();
        for (List<Token> pattern : patterns) {
            globs.add(glob(pattern, true));
        }
        return GlobCells.texts(glob(List.of(new Token.Literal("arn:aws"), new Token.AnyText()), false), globs);
    }

    /** A variable may have any value. */
    private static List<Token> withoutVariables(List<Token> tokens) {
        List<Token> without = new ArrayList<>();
        for (Token token : tokens) {
            without.add(token instanceof Token.Variable ? new Token.AnyText() : token);
        }
        return without;
    }

    private static Glob glob(List<Token> tokens, boolean ignoreCase) {
        List<List<Token>> parts = new ArrayList<>(PatternMatch.parts(tokens, PARTS));
        if (parts.size() < PARTS) {
            parts.addAll(Collections.nCopies(PARTS - parts.size(), ANY));
        }
        return Glob.ofArn(parts, ignoreCase);
    }
}
