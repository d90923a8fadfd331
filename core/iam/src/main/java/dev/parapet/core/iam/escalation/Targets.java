package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.Identity;
import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What actions of IAM are done to: the identities of an account, each at its place there, and behind them the managed policies that
 * belong to the account. Which of them a pattern covers is found out once for each pattern.
 */
final class Targets {
    private final List<String> arns = new ArrayList<>();
    private final int identities;
    private final TreeMap<String, BitSet> places = new TreeMap<>();
    private final Map<String, BitSet> holders = new LinkedHashMap<>();
    private final Map<List<Token>, Selection> covered = new HashMap<>();

    Targets(Account account) {
        this.identities = account.identities().size();
        for (Identity identity : account.identities()) {
            for (String policy : identity.customerManaged()) {
                holders.computeIfAbsent(policy, arn -> new BitSet()).set(arns.size());
            }
            add(identity.arn());
        }
        holders.keySet().forEach(this::add);
    }

    private void add(String arn) {
        places.computeIfAbsent(arn, any -> new BitSet()).set(arns.size());
        arns.add(arn);
    }

    /** The places of all identities. */
    BitSet identities() {
        return Selection.first(identities);
    }

    /** All places. */
    BitSet all() {
        return Selection.first(arns.size());
    }

    String arn(int place) {
        return arns.get(place);
    }

    /** The managed policies of an identity that belong to the account. */
    List<String> policies(int identity) {
        return holders.entrySet().stream()
                .filter(holder -> holder.getValue().get(identity))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of some places those of identities that have one of the managed policies there. */
    Selection holders(Selection policies) {
        return new Selection(holders(policies.certain()), holders(policies.possible()));
    }

    private BitSet holders(BitSet policies) {
        BitSet found = new BitSet();
        for (int i = policies.nextSetBit(identities); i >= 0; i = policies.nextSetBit(i + 1)) {
            found.or(holders.getOrDefault(arns.get(i), new BitSet()));
        }
        return found;
    }

    /**
     * What a {@code Resource} or {@code NotResource} element covers.
     *
     * @param asking a request that says who asks; its resource doesn't count
     */
    Selection covered(@Nullable Element<TextPattern> element, Request asking) {
        if (element == null) {
            return Selection.of(all());
        }
        if (element.negated() || element.patterns().stream().anyMatch(Targets::hasVariable)) {
            return tried(element, asking, all());
        }
        Selection any = Selection.NONE;
        for (TextPattern pattern : element.patterns()) {
            any = any.or(
                    pattern.isEverything()
                            ? Selection.of(all())
                            : covered.computeIfAbsent(
                                    pattern.tokens(),
                                    tokens -> tried(new Element<>(false, List.of(pattern)), asking, near(tokens))));
        }
        return any;
    }

    private static boolean hasVariable(TextPattern pattern) {
        return pattern.tokens().stream().anyMatch(Token.Variable.class::isInstance);
    }

    private Selection tried(Element<TextPattern> element, Request asking, BitSet candidates) {
        BitSet certain = new BitSet();
        BitSet possible = new BitSet();
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Truth truth = StatementMatching.resource(element, asking.of(arns.get(i)), Access.KIND);
            if (!(truth instanceof Truth.No)) {
                possible.set(i);
                certain.set(i, truth instanceof Truth.Yes);
            }
        }
        return new Selection(certain, possible);
    }

    /** The places that a pattern can cover by the characters with which it begins. */
    private BitSet near(List<Token> tokens) {
        if (tokens.isEmpty() || !(tokens.getFirst() instanceof Token.Literal literal)) {
            return all();
        }
        String start = literal.text();
        // upper and lower case are the same in the first five parts; small letters, as usual, are worth a search by
        // order
        if (start.chars().limit(Math.max(0, start.lastIndexOf(':'))).anyMatch(Character::isUpperCase)) {
            return all();
        }
        BitSet near = new BitSet();
        if (tokens.size() == 1) {
            near.or(places.getOrDefault(start, near));
        } else {
            places.subMap(start, start + Character.MAX_VALUE).values().forEach(near::or);
        }
        return near;
    }
}
