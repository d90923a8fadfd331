package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Model;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The action of the request: one of the services that are named, one of another service, or one that a service may have of which nothing
 * is known. They are numbered, alike ones once; Z3 tells which regular expressions each is one of. Everybody may do {@code
 * sts:GetCallerIdentity}; it is not asked of.
 */
final class Actions {
    /** What Z3 said of a pattern and a name; the same are asked of again and again. */
    private static final Map<List<String>, Boolean> ANSWERS = new HashMap<>();

    private record Alike(List<Boolean> covered, boolean takesResources) {}

    private final Context z3;
    private final Texts texts;
    private final IntExpr number;
    private final List<TextPattern> patterns;
    private final Map<Alike, String> names = new LinkedHashMap<>();

    Actions(Context z3, Texts texts, List<Statement> statements, List<BoolExpr> given) {
        this.z3 = z3;
        this.texts = texts;
        this.number = z3.mkIntConst("action");
        this.patterns = statements.stream()
                .flatMap(statement -> statement.action().patterns().stream())
                .toList();
        List<String> services = new ArrayList<>(List.of("dynamodb"));
        for (TextPattern pattern : patterns) {
            String service = pattern.text().split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (service.contains("?")
                    || (service.contains("*") && !pattern.text().equals("*"))) {
                throw new Texts.NotEncoded("a wildcard in the name of a service");
            }
            if (!services.contains(service) && !service.equals("*")) {
                services.add(service);
            }
        }
        for (String service : services) {
            List<ActionTable.Action> known = ActionTable.standard().matching(service + ":*");
            known.forEach(each -> add(each.name(), each.hasResource()));
            if (known.isEmpty()) {
                // Short names of these letters meet each of the generated patterns alone and together with others.
                List.of("", "new", "naw", "e", "a").forEach(name -> add(service + ":" + name, true));
            }
        }
        given.add(z3.mkGe(number, z3.mkInt(0)));
        given.add(z3.mkLt(number, z3.mkInt(names.size())));
    }

    private void add(String name, boolean takesResources) {
        List<Boolean> covered =
                patterns.stream().map(pattern -> isOf(pattern, name)).toList();
        names.putIfAbsent(new Alike(covered, takesResources), name);
    }

    /** Names of actions are the same in any case: both are in lower case here. */
    private boolean isOf(TextPattern pattern, String name) {
        List<Token> small = pattern.tokens().stream()
                .map(token -> token instanceof Token.Literal(String text)
                        ? (Token) new Token.Literal(text.toLowerCase(Locale.ROOT))
                        : token)
                .toList();
        return ANSWERS.computeIfAbsent(
                List.of(pattern.text(), name), key -> texts.isOf(small, name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the action is one of those listed. */
    BoolExpr isOneOf(Element<TextPattern> element) {
        BoolExpr any = z3.mkFalse();
        int at = 0;
        for (Alike alike : names.keySet()) {
            boolean covered = false;
            for (TextPattern pattern : element.patterns()) {
                covered |= alike.covered().get(patterns.indexOf(pattern));
            }
            any = covered ? z3.mkOr(any, z3.mkEq(number, z3.mkInt(at))) : any;
            at++;
        }
        return element.negated() ? z3.mkNot(any) : any;
    }

    /** Whether a policy can limit it to resources. */
    BoolExpr takesResources() {
        BoolExpr any = z3.mkFalse();
        int at = 0;
        for (Alike alike : names.keySet()) {
            any = alike.takesResources() ? z3.mkOr(any, z3.mkEq(number, z3.mkInt(at))) : any;
            at++;
        }
        return any;
    }

    /** Its name in a solution. */
    String read(Model model) {
        int at = Integer.parseInt(model.eval(number, true).toString());
        return new ArrayList<>(names.values()).get(at);
    }
}
