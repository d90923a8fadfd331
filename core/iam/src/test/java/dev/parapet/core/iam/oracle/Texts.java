package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.ReExpr;
import com.microsoft.z3.SeqExpr;
import com.microsoft.z3.SeqSort;
import dev.parapet.core.iam.policy.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Patterns as regular expressions of Z3, and texts of printable ASCII characters. */
final class Texts {
    private final Context z3;
    private final ReExpr<SeqSort<CharSort>> character;
    private final ReExpr<SeqSort<CharSort>> any;

    Texts(Context z3) {
        this.z3 = z3;
        this.character = range(" ", "~");
        this.any = z3.mkStar(character);
    }

    /** A text that is not known, of printable characters. */
    SeqExpr<CharSort> unknown(String name, List<BoolExpr> given) {
        return unknown(name, any, given);
    }

    /** A text that is not known, of printable characters without a colon. */
    SeqExpr<CharSort> unknownPart(String name, List<BoolExpr> given) {
        return unknown(name, z3.mkStar(z3.mkUnion(range(" ", "9"), range(";", "~"))), given);
    }

    private SeqExpr<CharSort> unknown(String name, ReExpr<SeqSort<CharSort>> of, List<BoolExpr> given) {
        SeqExpr<CharSort> text = (SeqExpr<CharSort>) z3.mkConst(name, z3.getStringSort());
        given.add(z3.mkInRe(text, of));
        return text;
    }

    private ReExpr<SeqSort<CharSort>> range(String from, String to) {
        return z3.mkRange(z3.mkString(from), z3.mkString(to));
    }

    /** Whether a text is one of those of a pattern without variables. */
    BoolExpr isOf(List<Token> pattern, SeqExpr<CharSort> text, boolean ignoreCase) {
        return z3.mkInRe(text, regex(pattern, ignoreCase));
    }

    /**
     * Whether a text is one of those of a pattern, each variable being a text.
     *
     * @throws NotEncoded where the pattern has a wildcard elsewhere than at its end
     */
    BoolExpr isOf(List<Token> pattern, SeqExpr<CharSort> text, Map<String, SeqExpr<CharSort>> variables) {
        List<SeqExpr<CharSort>> pieces = new ArrayList<>();
        boolean open = !pattern.isEmpty() && pattern.getLast() instanceof Token.AnyText;
        for (Token token : open ? pattern.subList(0, pattern.size() - 1) : pattern) {
            switch (token) {
                case Token.Literal(String literal) -> pieces.add(z3.mkString(literal));
                case Token.Variable(String key, String ignored) -> pieces.add(variables.get(key));
                case Token.AnyText ignored -> throw new NotEncoded("a wildcard before a variable");
                case Token.AnyCharacter ignored -> throw new NotEncoded("a wildcard before a variable");
                case Token.Unknown ignored -> throw new NotEncoded("an unknown part");
            }
        }
        SeqExpr<CharSort> whole = concatenated(pieces);
        return open ? z3.mkPrefixOf(whole, text) : z3.mkEq(whole, text);
    }

    private SeqExpr<CharSort> concatenated(List<SeqExpr<CharSort>> pieces) {
        SeqExpr<CharSort> whole = z3.mkString("");
        for (SeqExpr<CharSort> piece : pieces) {
            whole = z3.mkConcat(whole, piece);
        }
        return whole;
    }

    private ReExpr<SeqSort<CharSort>> regex(List<Token> pattern, boolean ignoreCase) {
        ReExpr<SeqSort<CharSort>> regex = z3.mkToRe(z3.mkString(""));
        for (Token token : pattern) {
            regex = z3.mkConcat(
                    regex,
                    switch (token) {
                        case Token.Literal(String literal) ->
                            ignoreCase ? eitherCase(literal) : z3.mkToRe(z3.mkString(literal));
                        case Token.AnyText ignored -> any;
                        case Token.AnyCharacter ignored -> character;
                        case Token.Variable ignored -> throw new NotEncoded("a variable in a part without case");
                        case Token.Unknown ignored -> throw new NotEncoded("an unknown part");
                    });
        }
        return regex;
    }

    private ReExpr<SeqSort<CharSort>> eitherCase(String literal) {
        ReExpr<SeqSort<CharSort>> regex = z3.mkToRe(z3.mkString(""));
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            char small = Character.toLowerCase(c);
            char capital = Character.toUpperCase(c);
            ReExpr<SeqSort<CharSort>> one = z3.mkToRe(z3.mkString(String.valueOf(small)));
            regex = z3.mkConcat(
                    regex, small == capital ? one : z3.mkUnion(one, z3.mkToRe(z3.mkString(String.valueOf(capital)))));
        }
        return regex;
    }

    /** Whether a text that is known is one of those of a pattern. */
    boolean isOf(List<Token> pattern, String text) {
        return z3.mkInRe(z3.mkString(text), regex(pattern, false)).simplify().isTrue();
    }

    /** Something that the solver is not asked. */
    static final class NotEncoded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String what;

        NotEncoded(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }
}
