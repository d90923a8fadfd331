package dev.parapet.core.iam.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.evaluation.Decision;
import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.ReferenceEvaluator;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.request.Policies;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.Containment;
import dev.parapet.core.iam.space.PolicySpace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Comparisons of policies are what Z3 says of them, and each request that tells two policies apart does so for the reference evaluator
 * as well. {@code -Diam.pairs=10000} asks for more pairs.
 */
final class SolverAgreementTest {
    private static final int PAIRS = Integer.getInteger("iam.pairs", 60);

    @Test
    void both_say_the_same_of_generated_pairs() {
        PolicyPairs pairs = new PolicyPairs(20261125);
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < PAIRS; i++) {
            PolicyPairs.Pair pair = pairs.next();
            Policy first = pair.first().policy();
            Policy second = pair.second().policy();
            String shown = i + ": " + pair.first().json() + "\n" + pair.second().json();
            Containment.Result ours = Containment.of(space(first), space(second));
            SolverOracle.Answer theirs = SolverOracle.ask(first, second);
            if (ours instanceof Containment.Result.Beyond(Request witness)) {
                assertTellsApart(witness, first, second, shown);
            }
            if (theirs instanceof SolverOracle.Answer.Beyond(Request witness)) {
                assertTellsApart(witness, first, second, shown);
            }
            String both = word(ours) + ", solver " + word(theirs);
            assertThat(both).as(shown).isNotIn("contained, solver beyond", "beyond, solver contained");
            answers.merge(both, 1, Integer::sum);
        }
        System.out.println(PAIRS + " pairs of policies: " + answers);
        assertThat(answers.get("contained, solver contained")).as("%s", answers).isGreaterThan(PAIRS / 5);
        assertThat(answers.get("beyond, solver beyond")).as("%s", answers).isGreaterThan(PAIRS / 5);
    }

    private static void assertTellsApart(Request witness, Policy first, Policy second, String shown) {
        assertThat(decision(witness, first)).as("%s%n%s", shown, witness).isEqualTo(Decision.ALLOWED);
        assertThat(decision(witness, second))
                .as("%s%n%s", shown, witness)
                .isIn(Decision.IMPLICIT_DENY, Decision.EXPLICIT_DENY);
    }

    private static Decision decision(Request request, Policy policy) {
        return ReferenceEvaluator.evaluate(request, Policies.ofIdentity(List.of(policy)))
                .decision();
    }

    private static PolicySpace space(Policy policy) {
        return new PolicySpace(List.of(policy), PolicyKind.IDENTITY);
    }

    private static String word(Containment.Result result) {
        return switch (result) {
            case Containment.Result.Contained ignored -> "contained";
            case Containment.Result.Beyond ignored -> "beyond";
            case Containment.Result.Undecided ignored -> "undecided";
        };
    }

    private static String word(SolverOracle.Answer answer) {
        return switch (answer) {
            case SolverOracle.Answer.Contained ignored -> "contained";
            case SolverOracle.Answer.Beyond ignored -> "beyond";
            case SolverOracle.Answer.Unknown ignored -> "unknown";
        };
    }
}
