package dev.parapet.core.iam.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.evaluation.Truth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must be so in any account, put to generated ones. */
final class PropertiesTest {
    private static final int ACCOUNTS = 25;

    /** From least to most. */
    private static final List<Escalation.Administrator> ORDER = List.of(
            Escalation.Administrator.NO,
            Escalation.Administrator.UNDETERMINED,
            Escalation.Administrator.REACHABLE,
            Escalation.Administrator.DIRECT);

    @Test
    void a_deny_makes_nobody_more_and_an_allow_nobody_less() {
        Set<Escalation.Administrator> met = EnumSet.noneOf(Escalation.Administrator.class);
        for (long seed = 0; seed < ACCOUNTS; seed++) {
            Accounts accounts = new Accounts(seed);
            Map<String, Object> details = accounts.next();
            Map<String, Integer> before = ranks(details);
            before.values().forEach(rank -> met.add(ORDER.get(rank)));
            String list = List.of("User", "Role", "Group").get((int) (seed % 3));
            Map<String, Integer> denied = ranks(changed(details, list, accounts.statement("Deny")));
            Map<String, Integer> allowed = ranks(changed(details, list, accounts.statement("Allow")));
            before.forEach((who, rank) -> {
                assertThat(denied.get(who))
                        .as("%s with a deny, seed %s", who, details)
                        .isLessThanOrEqualTo(rank);
                assertThat(allowed.get(who))
                        .as("%s with an allow, seed %s", who, details)
                        .isGreaterThanOrEqualTo(rank);
            });
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void neither_names_nor_order_count() {
        for (long seed = 0; seed < ACCOUNTS; seed++) {
            Map<String, Object> details = new Accounts(seed).next();
            Map<String, Integer> before = ranks(details);
            assertThat(ranks(shuffled(details, new Random(seed))))
                    .as("order, %s", details)
                    .isEqualTo(before);
            Map<String, Integer> renamed = new TreeMap<>();
            before.forEach((who, rank) -> renamed.put(String.valueOf(renamed(who)), rank));
            assertThat(ranks(map(renamed(details)))).as("names, %s", details).isEqualTo(renamed);
        }
    }

    /** All targets at once, and one by one. */
    @Test
    void a_technique_is_open_for_all_as_it_is_for_each() {
        int open = 0;
        for (long seed = 0; seed < ACCOUNTS; seed++) {
            Account account = Plain.account(new Accounts(seed).next());
            EscalationSearch search = EscalationSearch.in(account, Catalogue.index());
            for (int i = 0; i < account.identities().size(); i++) {
                Node node = search.ways().node(i);
                for (Moves.Move move : node.moves()) {
                    for (int j = 0; j < account.identities().size(); j++) {
                        if (!move.candidates().get(j)) {
                            continue;
                        }
                        Truth one = search.ways().reason(node, move, j).truth();
                        assertThat(move.targets().certain().get(j))
                                .as("%s of %s to %s", move.technique().id(), i, j)
                                .isEqualTo(one instanceof Truth.Yes);
                        assertThat(move.targets().possible().get(j))
                                .as("%s of %s to %s", move.technique().id(), i, j)
                                .isEqualTo(!(one instanceof Truth.No));
                        open++;
                    }
                }
            }
        }
        assertThat(open).isGreaterThan(1000);
    }

    private static Map<String, Integer> ranks(Map<String, Object> details) {
        Map<String, Integer> ranks = new TreeMap<>();
        EscalationSearch.of(Plain.account(details))
                .forEach(one -> ranks.put(one.principal(), ORDER.indexOf(one.administrator())));
        return ranks;
    }

    /** The first of a kind with one statement more. */
    private static Map<String, Object> changed(
            Map<String, Object> details, String kind, Map<String, Object> statement) {
        Map<String, Object> changed = new LinkedHashMap<>(details);
        List<Object> holders = new ArrayList<>((List<?>) details.get(kind + "DetailList"));
        Map<String, Object> first = map(holders.getFirst());
        List<Object> policies = new ArrayList<>((List<?>) first.get(kind + "PolicyList"));
        policies.add(Map.of("PolicyName", "more", "PolicyDocument", Plain.document(List.of(statement))));
        first.put(kind + "PolicyList", policies);
        holders.set(0, first);
        changed.put(kind + "DetailList", holders);
        return changed;
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, item) -> map.put(String.valueOf(key), item));
        return map;
    }

    private static Map<String, Object> shuffled(Map<String, Object> details, Random random) {
        return map(shuffle(details, random));
    }

    private static Object shuffle(Object value, Random random) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, shuffle(item, random)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(shuffle(item, random)));
            Collections.shuffle(copy, random);
            return copy;
        }
        return value;
    }

    private static Object renamed(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(key, renamed(item)));
            return copy;
        }
        return switch (value) {
            case List<?> list -> list.stream().map(PropertiesTest::renamed).toList();
            case String text ->
                text.replaceAll("/(ann|bob|run|build|hop|crew|staff)$", "/zz$1").replaceAll("^(crew|staff)$", "zz$1");
            default -> value;
        };
    }
}
