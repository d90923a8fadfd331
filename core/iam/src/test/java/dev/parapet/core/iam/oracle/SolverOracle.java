package dev.parapet.core.iam.oracle;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Model;
import com.microsoft.z3.SeqExpr;
import com.microsoft.z3.Solver;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Effect;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.ContextValue;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks Z3 for a request that an identity policy allows and another one does not (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">an explicit deny
 * wins, and what nothing allows is denied</a>).
 */
final class SolverOracle implements AutoCloseable {
    /** What Z3 says. */
    sealed interface Answer {
        /** There is no such request. */
        record Contained() implements Answer {}

        /** There is one. */
        record Beyond(Request witness) implements Answer {}

        /** It did not come to an end, or was not asked. */
        record Unknown(String because) implements Answer {}
    }

    private static final String ACCOUNT = "111122223333";
    private static final Principal PRINCIPAL = new Principal.User("arn:aws:iam::" + ACCOUNT + ":user/alice", ACCOUNT);

    private final Context z3;
    private final Texts texts;
    private final Solver solver;
    private final List<BoolExpr> given = new ArrayList<>();
    private final Keys keys;
    private final Actions actions;
    private final List<SeqExpr<CharSort>> resource;

    private SolverOracle(Policy first, Policy second) {
        z3 = new Context(Map.of("timeout", "2000"));
        texts = new Texts(z3);
        solver = z3.mkSolver();
        List<Statement> statements = Stream.concat(first.statements().stream(), second.statements().stream())
                .toList();
        List<Condition> conditions =
                statements.stream().flatMap(each -> each.conditions().stream()).toList();
        keys = new Keys(z3, texts, conditions, given);
        actions = new Actions(z3, texts, statements, given);
        resource = keys.arn("resource");
        given.add(z3.mkEq(resource.getFirst(), z3.mkString("arn")));
        given.add(z3.mkPrefixOf(z3.mkString("aws"), resource.get(1)));
    }

    /** The answer. */
    static Answer ask(Policy first, Policy second) {
        try (SolverOracle oracle = new SolverOracle(first, second)) {
            return oracle.answer(first, second);
        } catch (Texts.NotEncoded e) {
            return new Answer.Unknown(e.what());
        }
    }

    private Answer answer(Policy first, Policy second) {
        List<BoolExpr> wanted = new ArrayList<>(List.of(allows(first), z3.mkNot(allows(second))));
        wanted.addAll(given);
        solver.add(wanted.toArray(BoolExpr[]::new));
        return switch (solver.check()) {
            case UNSATISFIABLE -> new Answer.Contained();
            case SATISFIABLE -> new Answer.Beyond(request(solver.getModel()));
            case UNKNOWN -> new Answer.Unknown(solver.getReasonUnknown());
        };
    }

    private BoolExpr allows(Policy policy) {
        BoolExpr allowed = z3.mkFalse();
        BoolExpr denied = z3.mkFalse();
        for (Statement statement : policy.statements()) {
            BoolExpr about = z3.mkAnd(actions.isOneOf(statement.action()), isAboutResource(statement.resource()));
            for (Condition condition : statement.conditions()) {
                about = z3.mkAnd(about, keys.get(condition.key()).holds(condition));
            }
            if (statement.effect() == Effect.ALLOW) {
                allowed = z3.mkOr(allowed, about);
            } else {
                denied = z3.mkOr(denied, about);
            }
        }
        return z3.mkAnd(allowed, z3.mkNot(denied));
    }

    private BoolExpr isAboutResource(@Nullable Element<TextPattern> element) {
        if (element == null) {
            return z3.mkTrue();
        }
        Variables variables = new Variables(z3, keys::get);
        BoolExpr any = z3.mkFalse();
        BoolExpr valued = z3.mkTrue();
        for (TextPattern pattern : element.patterns()) {
            any = z3.mkOr(any, isResource(pattern, variables));
            valued = z3.mkAnd(valued, variables.valued(pattern.tokens()));
        }
        return element.negated() ? z3.mkAnd(valued, z3.mkNot(any)) : any;
    }

    private BoolExpr isResource(TextPattern pattern, Variables variables) {
        if (pattern.text().equals("*")) {
            return z3.mkTrue();
        }
        List<List<Token>> parts = Parts.of(pattern.tokens());
        BoolExpr all = z3.mkAnd(actions.takesResources(), variables.valued(pattern.tokens()));
        // The parts that are not written are wildcards in an identity policy.
        for (int i = 1; i < parts.size(); i++) {
            all = z3.mkAnd(
                    all,
                    Variables.standIn(parts.get(i))
                            ? texts.isOf(parts.get(i), resource.get(i), variables.texts(parts.get(i)))
                            : texts.isOf(parts.get(i), resource.get(i), i < 5));
        }
        return all;
    }

    private Request request(Model model) {
        Map<String, ContextValue> context = new TreeMap<>();
        keys.all().forEach((name, key) -> context.put(name, key.read(model)));
        String arn = model.eval(actions.takesResources(), true).isTrue()
                ? String.join(
                        ":",
                        resource.stream()
                                .map(part -> model.eval(part, true).getString())
                                .toList())
                : "*";
        return new Request(
                PRINCIPAL,
                actions.read(model),
                arn,
                false,
                ACCOUNT,
                new dev.parapet.core.iam.request.Context(context, true));
    }

    @Override
    public void close() {
        z3.close();
    }
}
