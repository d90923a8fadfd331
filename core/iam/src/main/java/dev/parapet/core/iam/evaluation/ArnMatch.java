package dev.parapet.core.iam.evaluation;

import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.value.Arn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ARNs compared part by part (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource
 * Names</a>): a {@code *} never reaches beyond its part, and the sixth part is all the rest.
 */
final class ArnMatch {
    private static final int PARTS = 6;

    private ArnMatch() {}

    /** Whether a pattern of a {@code Resource} element covers a resource; null when the pattern is nothing in this kind of policy. */
    static @Nullable Truth resource(TextPattern pattern, String resource, PolicyKind kind, Context context) {
        if (pattern.isEverything()) {
            return Truth.YES;
        }
        // A colon in the value of a variable parts nothing: the pattern is parted before its variables are replaced.
        List<List<Token>> parts = new ArrayList<>(PatternMatch.parts(pattern.tokens(), PARTS));
        boolean arn = isArn(parts);
        try {
            for (int i = 0; i < parts.size(); i++) {
                parts.set(i, PatternMatch.resolve(parts.get(i), context));
            }
            if (parts.size() < PARTS && pattern.isPartlyUnknown()) {
                return PatternMatch.matches(PatternMatch.resolve(pattern.tokens(), context), resource, false);
            }
        } catch (PatternMatch.Valueless e) {
            return null;
        }
        if (parts.size() < PARTS) {
            if (!arn || !isCompleted(kind, pattern.tokens())) {
                return null;
            }
            while (parts.size() < PARTS) {
                parts.add(List.of(new Token.AnyText()));
            }
        }
        Arn asked = Arn.parse(resource);
        if (asked == null) {
            return Truth.NO;
        }
        Truth all = Truth.YES;
        for (int i = 0; i < PARTS; i++) {
            all = all.and(PatternMatch.matches(parts.get(i), asked.part(i), i < PARTS - 1));
        }
        return all;
    }

    private static boolean isArn(List<List<Token>> parts) {
        return parts.get(0).size() == 1 && parts.get(0).get(0).equals(new Token.Literal("arn"));
    }

    private static boolean isCompleted(PolicyKind kind, List<Token> tokens) {
        return switch (kind.shortArn()) {
            case COMPLETED -> true;
            case COMPLETED_BEHIND_WILDCARD -> tokens.getLast() instanceof Token.AnyText;
            case NOTHING -> false;
        };
    }

    /** Whether a pattern of an ARN operator covers an ARN; null when either is no ARN. */
    static @Nullable Truth operator(TextPattern pattern, String arn, Context context) throws PatternMatch.Valueless {
        List<Token> tokens = PatternMatch.resolve(pattern.tokens(), context);
        List<List<Token>> parts = PatternMatch.parts(tokens, PARTS);
        if (parts.size() < PARTS) {
            return tokens.stream().anyMatch(Token.Unknown.class::isInstance)
                    ? PatternMatch.matches(tokens, arn, false)
                    : null;
        }
        Arn given = Arn.parse(arn);
        if (given == null) {
            return null;
        }
        Truth all = Truth.YES;
        for (int i = 0; i < PARTS; i++) {
            all = all.and(PatternMatch.matches(parts.get(i), given.part(i), false));
        }
        return all;
    }
}
