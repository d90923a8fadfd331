package dev.parapet.core.iam.oracle;

import dev.parapet.core.iam.oracle.PolicyText.ConditionText;
import dev.parapet.core.iam.oracle.PolicyText.StatementText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small changes of policies. */
final class PolicyEdits {
    private final Random random;
    private final PolicyPairs words;

    PolicyEdits(Random random, PolicyPairs words) {
        this.random = random;
        this.words = words;
    }

    /** The same in other words: statements in another order, one of them split or said twice. */
    PolicyText saidDifferently(PolicyText policy) {
        List<StatementText> statements = new ArrayList<>(policy.statements());
        StatementText chosen = words.pick(statements);
        if (chosen.actions().size() > 1 && !chosen.notAction()) {
            statements.remove(chosen);
            for (String action : chosen.actions()) {
                statements.add(withActions(chosen, List.of(action)));
            }
        } else if (chosen.resources().size() > 1 && !chosen.notResource()) {
            statements.remove(chosen);
            for (String resource : chosen.resources()) {
                statements.add(withResources(chosen, List.of(resource)));
            }
        } else {
            List<ConditionText> conditions = new ArrayList<>(chosen.conditions());
            conditions.removeIf(
                    each -> each.operator().equals("Null") && each.values().size() > 1);
            if (conditions.stream().noneMatch(each -> each.operator().equals("Null"))) {
                conditions.add(new ConditionText("Null", "aws:PrincipalTag/t", List.of("true", "false")));
            }
            statements.add(withConditions(chosen, conditions));
        }
        Collections.shuffle(statements, random);
        return new PolicyText(statements);
    }

    /** A statement more. */
    PolicyText withMore(PolicyText policy) {
        List<StatementText> statements = new ArrayList<>(policy.statements());
        statements.add(random.nextInt(statements.size() + 1), words.statement(words.chance(3)));
        return new PolicyText(statements);
    }

    /** One small edit. */
    PolicyText edited(PolicyText policy) {
        List<StatementText> statements = new ArrayList<>(policy.statements());
        int at = random.nextInt(statements.size());
        StatementText chosen = statements.get(at);
        switch (random.nextInt(12)) {
            case 0 -> statements.remove(at);
            case 1 -> statements.set(at, flipped(chosen));
            case 2, 3 -> statements.set(at, withConditions(chosen, fewerOrMore(chosen.conditions())));
            case 4, 5, 6 ->
                statements.set(
                        at,
                        chosen.conditions().isEmpty()
                                ? withConditions(chosen, List.of(words.condition()))
                                : withConditions(chosen, changed(chosen.conditions())));
            case 7, 8 -> statements.set(at, withResources(chosen, listed(chosen.resources(), words.resource(), true)));
            case 9 -> statements.set(at, withActions(chosen, listed(chosen.actions(), words.action(), false)));
            case 10 -> statements.set(at, withActions(chosen, List.of(words.action())));
            default ->
                statements.set(
                        at,
                        new StatementText(
                                chosen.deny(),
                                chosen.notAction(),
                                chosen.actions(),
                                !chosen.notResource(),
                                chosen.resources(),
                                chosen.conditions()));
        }
        return new PolicyText(statements.isEmpty() ? List.of(chosen) : statements);
    }

    private static StatementText flipped(StatementText from) {
        return new StatementText(
                !from.deny(),
                from.notAction(),
                from.actions(),
                from.notResource(),
                from.resources(),
                from.conditions());
    }

    private List<ConditionText> fewerOrMore(List<ConditionText> conditions) {
        List<ConditionText> changed = new ArrayList<>(conditions);
        if (!changed.isEmpty() && words.chance(2)) {
            changed.remove(random.nextInt(changed.size()));
        } else {
            ConditionText more = words.condition();
            changed.removeIf(each -> each.operator().equals(more.operator()));
            changed.add(more);
        }
        return changed;
    }

    /** One condition with a value less or more, or under a neighbouring operator. */
    private List<ConditionText> changed(List<ConditionText> conditions) {
        List<ConditionText> changed = new ArrayList<>(conditions);
        int at = random.nextInt(changed.size());
        ConditionText from = changed.get(at);
        List<String> values = new ArrayList<>(from.values());
        String operator = from.operator();
        switch (random.nextInt(3)) {
            case 0 -> {
                if (values.size() > 1) {
                    values.remove(random.nextInt(values.size()));
                } else {
                    values.add("zz");
                }
            }
            case 1 ->
                operator = operator.endsWith("IfExists")
                        ? operator.substring(0, operator.length() - "IfExists".length())
                        : operator.equals("Null") ? operator : operator + "IfExists";
            default ->
                operator = operator.contains("Equals")
                        ? operator.startsWith("Numeric") || operator.startsWith("Date")
                                ? operator.replace("ThanEquals", "Than")
                                : operator.replace("Equals", "Like").replace("LikeIgnoreCase", "Like")
                        : operator.replace("Like", "Equals").replaceAll("Than$", "ThanEquals");
        }
        String became = operator;
        if (changed.stream().noneMatch(each -> each != from && each.operator().equals(became))) {
            changed.set(at, new ConditionText(became, from.key(), values));
        }
        return changed;
    }

    /** A list with a pattern less or more, or with one of its patterns changed by a character. */
    private List<String> listed(List<String> patterns, String more, boolean characters) {
        List<String> changed = new ArrayList<>(patterns);
        int at = random.nextInt(changed.size());
        switch (random.nextInt(3)) {
            case 0 -> changed.add(more);
            case 1 -> {
                if (changed.size() > 1) {
                    changed.remove(at);
                }
            }
            default -> {
                String from = changed.get(at);
                if (characters && from.length() > 13 && !from.contains("$")) {
                    int place = 13 + random.nextInt(from.length() - 13);
                    changed.set(
                            at,
                            from.substring(0, place)
                                    + words.pick(List.of("*", "?", "b", "", "a*"))
                                    + from.substring(Math.min(from.length(), place + random.nextInt(2))));
                } else {
                    changed.set(at, more);
                }
            }
        }
        return changed;
    }

    private static StatementText withActions(StatementText from, List<String> actions) {
        return new StatementText(
                from.deny(), from.notAction(), actions, from.notResource(), from.resources(), from.conditions());
    }

    private static StatementText withResources(StatementText from, List<String> resources) {
        return new StatementText(
                from.deny(), from.notAction(), from.actions(), from.notResource(), resources, from.conditions());
    }

    private static StatementText withConditions(StatementText from, List<ConditionText> conditions) {
        return new StatementText(
                from.deny(), from.notAction(), from.actions(), from.notResource(), from.resources(), conditions);
    }
}
