package dev.parapet.read.cloudformation.sam.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The answers are those of the class {@code Py27Dict} of aws-sam-translator, 1.115.0. */
class KeyOrderTest {
    private static final List<String> PATHS = List.of("/users", "/orders", "/items", "/a", "/b", "/users/{id}");

    @Test
    void keysComeInTheOrderOfTheirSlots() {
        assertThat(KeyOrder.of(List.of("swagger", "info", "paths")).keys()).containsExactly("info", "paths", "swagger");
        assertThat(KeyOrder.of(PATHS).keys()).containsExactly("/items", "/orders", "/b", "/a", "/users/{id}", "/users");
    }

    @Test
    void textsBeyondAsciiAreHashedByTheirCodePoints() {
        assertThat(KeyOrder.of(List.of("é", "über", "日本", "𝒳", "", "it's")).keys())
                .containsExactly("", "日本", "über", "é", "it's", "𝒳");
    }

    @Test
    void aTableGrowsWhenTwoThirdsAreUsed() {
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "k" + i).toList();
        assertThat(String.join(" ", KeyOrder.of(names).keys()))
                .isEqualTo(
                        "k13 k12 k11 k10 k17 k16 k15 k14 k19 k18 k3 k2 k1 k0 k7 k6 k5 k4 k9 k8 k28 k29 k22 k23 k20 k21 k26"
                                + " k27 k24 k25");
    }

    @Test
    void keysThatCollideChangePlacesWithEachCopy() {
        KeyOrder order = KeyOrder.of(List.of("/hmq", "/lsl", "/oiv", "/rtx"));
        List<String> odd = List.of("/lsl", "/hmq", "/oiv", "/rtx");
        List<String> even = List.of("/lsl", "/hmq", "/rtx", "/oiv");
        assertThat(order.keys()).isEqualTo(even);
        assertThat(order.copied(1).keys()).isEqualTo(odd);
        assertThat(order.copied(2).keys()).isEqualTo(even);
        assertThat(order.copied(3).keys()).isEqualTo(odd);
        assertThat(order.copied(1_000_000).keys()).isEqualTo(even);
        assertThat(order.copied(1_000_001).keys()).isEqualTo(odd);
    }

    @Test
    void aRemovedKeyLeavesItsSlotUsed() {
        KeyOrder order = KeyOrder.of(PATHS.subList(0, 5));
        order.remove("/a");
        order.add("/c");
        order.add("/a");
        assertThat(order.keys()).containsExactly("/items", "/orders", "/c", "/b", "/a", "/users");
    }

    @Test
    void keysThatAreAddedAtOnceFindRoomForAllFirst() {
        KeyOrder merged = KeyOrder.of(List.of("one", "two", "three"));
        merged.merge(List.of("four", "five", "one"));
        assertThat(merged.keys()).containsExactly("four", "five", "one", "three", "two");
        KeyOrder added = KeyOrder.of(List.of("one", "two", "three", "four", "five", "one"));
        assertThat(added.keys()).containsExactly("four", "three", "five", "two", "one");
    }
}
