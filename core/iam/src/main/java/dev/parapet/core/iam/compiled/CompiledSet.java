package dev.parapet.core.iam.compiled;

import dev.parapet.core.iam.evaluation.Citation;
import dev.parapet.core.iam.evaluation.Truth;
import dev.parapet.core.iam.policy.Policy;
import dev.parapet.core.iam.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Some policies of one kind, their statements laid out by the services that they are about. */
final class CompiledSet implements PolicySet<Citation, RuntimeException> {
    /** Below this number looking through all of them is quicker than looking up which to look at. */
    private static final int WORTH_AN_INDEX = 8;

    /** What policies say of which there are none. */
    private static final Verdict<Citation> NOTHING = new Verdict<>();
    /** Which keys are missing is not asked here. */
    private static final Truth UNKNOWN = Truth.unknown("");

    private final StatementMatcher[] statements;
    private final @Nullable Map<String, StatementMatcher[]> byService;
    private final StatementMatcher[] ofAnyService;
    private final boolean empty;

    CompiledSet(
            List<Policy> policies,
            String name,
            boolean single,
            StatementMatcher.Principals principals,
            StatementMatcher.ShortArns shortArns) {
        List<StatementMatcher> all = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            String policy = single ? name : name + "[" + i + "]";
            for (Statement statement : policies.get(i).statements()) {
                all.add(new StatementMatcher(policy, statement, principals, shortArns));
            }
        }
        empty = policies.isEmpty();
        statements = all.toArray(StatementMatcher[]::new);
        if (statements.length < WORTH_AN_INDEX) {
            byService = null;
            ofAnyService = statements;
            return;
        }
        // Each list keeps the order of the text, those of any service among the others.
        Map<String, List<StatementMatcher>> lists = new HashMap<>();
        List<StatementMatcher> any = new ArrayList<>();
        for (StatementMatcher statement : statements) {
            String[] services = statement.services();
            if (services == null) {
                any.add(statement);
                lists.values().forEach(list -> list.add(statement));
            } else {
                for (String service : services) {
                    List<StatementMatcher> list = lists.computeIfAbsent(service, key -> new ArrayList<>(any));
                    if (list.isEmpty() || list.getLast() != statement) {
                        list.add(statement);
                    }
                }
            }
        }
        byService = HashMap.newHashMap(lists.size());
        for (Map.Entry<String, List<StatementMatcher>> entry : lists.entrySet()) {
            byService.put(entry.getKey(), entry.getValue().toArray(StatementMatcher[]::new));
        }
        ofAnyService = any.toArray(StatementMatcher[]::new);
    }

    @Override
    public boolean isEmpty() {
        return empty;
    }

    @Override
    public Verdict<Citation> verdict(Circumstances asked) {
        if (statements.length == 0) {
            return NOTHING;
        }
        Verdict<Citation> verdict = new Verdict<>();
        Map<String, StatementMatcher[]> index = byService;
        StatementMatcher[] candidates = index == null ? statements : index.getOrDefault(asked.service, ofAnyService);
        for (StatementMatcher statement : candidates) {
            int result = statement.match(asked);
            byte truth = PrincipalMatcher.sure(result);
            if (truth == Three.NO) {
                continue;
            }
            boolean sure = truth == Three.YES;
            if (statement.deny) {
                verdict.deny(sure ? Truth.YES : UNKNOWN, sure ? statement.citation : null);
            } else {
                verdict.allow(
                        PrincipalMatcher.way(result), sure ? Truth.YES : UNKNOWN, sure ? statement.citation : null);
            }
        }
        return verdict;
    }
}
