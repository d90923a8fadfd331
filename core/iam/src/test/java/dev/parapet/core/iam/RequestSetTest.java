package dev.parapet.core.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.evaluation.PolicyKind;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.iam.space.PolicySpace;
import dev.parapet.core.iam.space.Proof;
import dev.parapet.core.iam.space.RequestSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of requests obey the laws of sets, for generated policies. */
final class RequestSetTest {
    private static final int POLICIES = 12;

    private final List<RequestSet> sets = sets();

    private static List<RequestSet> sets() {
        Generator generator = new Generator(11);
        List<RequestSet> sets = new ArrayList<>();
        for (int i = 0; i < POLICIES; i++) {
            sets.add(new RequestSet.Allowed(new PolicySpace(generator.identityPolicies(1), PolicyKind.IDENTITY)));
        }
        return sets;
    }

    private RequestSet set(int i) {
        return sets.get(i % POLICIES);
    }

    private static void assertProven(Proof proof, String law) {
        assertThat(proof).as(law).isEqualTo(new Proof.Proven());
    }

    @Test
    void laws_that_hold_for_all_sets() {
        for (int i = 0; i < POLICIES; i++) {
            RequestSet a = set(i);
            RequestSet b = set(i + 1);
            RequestSet c = set(i + 5);
            assertProven(a.difference(a).isEmpty(), "A \\ A is empty");
            assertProven(a.union(b).isSameAs(b.union(a)), "union commutes");
            assertProven(a.intersection(b).isSameAs(b.intersection(a)), "intersection commutes");
            assertProven(
                    c.difference(a.union(b)).isSameAs(c.difference(a).intersection(c.difference(b))),
                    "De Morgan, union");
            assertProven(
                    c.difference(a.intersection(b)).isSameAs(c.difference(a).union(c.difference(b))),
                    "De Morgan, intersection");
            assertProven(a.intersection(b).isSubsetOf(a), "an intersection is contained");
            assertProven(a.isSubsetOf(a.union(c)), "a union contains");
        }
    }

    /** What is said of one question is said of the others that ask the same, and witnesses are in the sets that they are said to be in. */
    @Test
    void questions_that_are_the_same_are_answered_alike() {
        int proven = 0;
        int refuted = 0;
        for (int i = 0; i < POLICIES; i++) {
            for (int j = 0; j < POLICIES; j += 5) {
                RequestSet a = set(i);
                RequestSet b = set(i + j);
                Proof subset = a.isSubsetOf(b);
                switch (subset) {
                    case Proof.Proven ignored -> {
                        proven++;
                        assertProven(a.intersection(b).isSameAs(a), "A within B is the intersection of both");
                        assertProven(a.union(b).isSameAs(b), "B around A is the union of both");
                    }
                    case Proof.Refuted(Request witness) -> {
                        refuted++;
                        assertThat(a.holds(witness)).isEqualTo(Truth.YES);
                        assertThat(b.holds(witness)).isEqualTo(Truth.NO);
                        assertThat(a.isSameAs(b)).isInstanceOf(Proof.Refuted.class);
                        assertThat(a.isEmpty()).isInstanceOf(Proof.Refuted.class);
                    }
                    case Proof.Undecided ignored -> {}
                }
            }
        }
        assertThat(proven).isGreaterThan(8);
        assertThat(refuted).isGreaterThan(8);
    }

    @Test
    void what_is_contained_in_a_part_is_contained_in_the_whole() {
        int chains = 0;
        for (RequestSet a : sets) {
            for (RequestSet b : sets) {
                RequestSet smaller = a.intersection(b);
                RequestSet greater = b.union(set(3));
                if (a.equals(b) || !(smaller.isEmpty() instanceof Proof.Refuted(Request witness))) {
                    continue;
                }
                chains++;
                assertThat(greater.holds(witness)).isEqualTo(Truth.YES);
                if (chains % 20 == 0) {
                    assertProven(smaller.isSubsetOf(greater), "containment is transitive");
                }
            }
        }
        assertThat(chains).isGreaterThan(20);
    }
}
