package dev.parapet.core.iam.escalation;

import dev.parapet.core.iam.evaluation.StatementMatching;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Condition;
import dev.parapet.core.iam.policy.Element;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import dev.parapet.core.iam.policy.TextPattern;
import dev.parapet.core.iam.policy.Token;
import dev.parapet.core.iam.request.Context;
import dev.parapet.core.iam.request.Principal;
import dev.parapet.core.iam.request.Request;
import dev.parapet.core.knowledge.ActionTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The clauses of an account's policies, one for each meaning, and the actions in which anybody is interested, by number. */
final class Clauses {
    /** The actions of a pattern: those that it covers, and those and the ones that it may cover. */
    private record Actions(BitSet covers, BitSet mayCover) {}

    private static final String PRINCIPAL_TAG = "aws:principaltag/";
    private static final int MAX_TAGS = 16;

    private final List<String> actions;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final BitSet takesResources = new BitSet();
    private final Map<String, BitSet> services = new HashMap<>();
    private final Map<List<Object>, Clause> byMeaning = new LinkedHashMap<>();
    private final IdentityHashMap<Policy, List<Clause>> byPolicy = new IdentityHashMap<>();
    private final Map<List<Token>, Actions> byPattern = new HashMap<>();
    private final Set<String> keys = new TreeSet<>();

    Clauses(Collection<String> actions) {
        this.actions = List.copyOf(actions);
        for (int i = 0; i < this.actions.size(); i++) {
            String action = this.actions.get(i).toLowerCase(Locale.ROOT);
            numbers.put(action, i);
            ActionTable.Action known = ActionTable.standard().find(action);
            takesResources.set(i, known == null || known.hasResource());
            services.computeIfAbsent(action.substring(0, action.indexOf(':')), service -> new BitSet())
                    .set(i);
        }
    }

    /** The number of an action. */
    int number(String action) {
        Integer number = numbers.get(action.toLowerCase(Locale.ROOT));
        if (number == null) {
            throw new IllegalArgumentException("nobody said that " + action + " is of interest");
        }
        return number;
    }

    /** Whether a policy can limit an action, by its number, to resources. */
    boolean takesResources(int action) {
        return takesResources.get(action);
    }

    /** The condition keys that any clause so far names, in lower case, sorted. */
    Set<String> keys() {
        return keys;
    }

    /**
     * Tags that somebody could give itself to satisfy conditions on the tags of who asks: each value of each key by itself, and the first
     * values of all keys together; no more than {@value #MAX_TAGS}.
     */
    List<Map<String, String>> tags() {
        Map<String, String> together = new TreeMap<>();
        Set<Map<String, String>> choices = new LinkedHashSet<>();
        for (Clause clause : byMeaning.values()) {
            for (Condition condition : clause.statement().conditions()) {
                if (condition.key().startsWith(PRINCIPAL_TAG)) {
                    String key = condition.key().substring(PRINCIPAL_TAG.length());
                    condition.values().stream()
                            .filter(value -> value.tokens().stream().allMatch(Token.Literal.class::isInstance))
                            .forEach(value -> {
                                together.putIfAbsent(key, value.text());
                                choices.add(Map.of(key, value.text()));
                            });
                }
            }
        }
        if (together.size() > 1) {
            choices.add(Map.copyOf(together));
        }
        return choices.stream().limit(MAX_TAGS).toList();
    }

    /** The clauses of a policy that are about an action of interest. */
    List<Clause> of(Policy policy) {
        return byPolicy.computeIfAbsent(policy, any -> {
            List<Clause> clauses = new ArrayList<>();
            for (Statement statement : policy.statements()) {
                Actions about = about(statement.action());
                if (!about.mayCover().isEmpty()) {
                    clauses.add(clause(statement, about));
                }
            }
            return List.copyOf(clauses);
        });
    }

    private Clause clause(Statement statement, Actions about) {
        return byMeaning.computeIfAbsent(Clause.meaning(statement), meaning -> {
            Clause clause = new Clause(byMeaning.size(), statement, about.covers(), about.mayCover());
            clause.keys().forEach(keys::add);
            return clause;
        });
    }

    private Actions about(Element<TextPattern> element) {
        BitSet covers = new BitSet();
        BitSet mayCover = new BitSet();
        for (TextPattern pattern : element.patterns()) {
            Actions one = byPattern.computeIfAbsent(pattern.tokens(), tokens -> about(pattern));
            covers.or(one.covers());
            mayCover.or(one.mayCover());
        }
        if (!element.negated()) {
            return new Actions(covers, mayCover);
        }
        return new Actions(all(mayCover), all(covers));
    }

    private BitSet all(BitSet but) {
        BitSet all = new BitSet();
        all.set(0, actions.size());
        all.andNot(but);
        return all;
    }

    private Actions about(TextPattern pattern) {
        BitSet covers = new BitSet();
        BitSet mayCover = new BitSet();
        Element<TextPattern> element = new Element<>(false, List.of(pattern));
        BitSet candidates = candidates(pattern.tokens());
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Truth truth = StatementMatching.action(element, request(actions.get(i)));
            if (!(truth instanceof Truth.No)) {
                mayCover.set(i);
                covers.set(i, truth instanceof Truth.Yes);
            }
        }
        return new Actions(covers, mayCover);
    }

    /** The actions that a pattern can be about: those of its service, where it names one. */
    private BitSet candidates(List<Token> tokens) {
        if (!tokens.isEmpty() && tokens.getFirst() instanceof Token.Literal literal) {
            String text = literal.text().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            if (tokens.size() == 1) {
                BitSet one = new BitSet();
                Integer number = numbers.get(text);
                if (number != null) {
                    one.set(number);
                }
                return one;
            }
            if (colon >= 0) {
                return services.getOrDefault(text.substring(0, colon), new BitSet());
            }
        }
        return all(new BitSet());
    }

    private static Request request(String action) {
        return new Request(new Principal.Anonymous(), action, "*", false, null, new Context(Map.of(), false));
    }
}
