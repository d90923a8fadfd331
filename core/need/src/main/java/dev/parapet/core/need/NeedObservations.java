package dev.parapet.core.need;

import dev.parapet.core.need.grant.ExcessAction;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.model.Evidence;
import dev.parapet.model.Span;
import dev.parapet.model.code.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What rules judge of the needs of whatever acts by a role of its own: that the role grants too little, and that it grants too much. */
public final class NeedObservations {
    /** The subject of a role that lacks a permission. */
    public static final String LACKING = "code:lacking-permissions";

    /** The subject of a role that has permissions which are not needed. */
    public static final String EXCESS = "code:excess-permissions";

    /** All subjects. */
    public static final Set<String> SUBJECTS = Set.of(LACKING, EXCESS);

    /** Policies that AWS made for functions and the like, and SAM adds by itself: nobody chose their single actions. */
    private static final List<String> OF_FUNCTIONS = List.of(
            ":aws:policy/service-role/", ":aws:policy/AWSXray", ":aws:policy/AWSXRay", ":aws:policy/CloudWatchLambda");

    private static final int SHOWN = 4;
    private static final int MOST_PLACES = 12;

    private NeedObservations() {}

    /**
     * What is to be judged; nothing of a function whose code was not read.
     *
     * @param function the head of the function
     */
    public static List<Observation> of(FunctionNeeds needs, Span function) {
        List<Observation> observations = new ArrayList<>();
        List<Need> lacking = needs.lacking().orElse(List.of());
        if (!lacking.isEmpty()) {
            List<Evidence> places = new ArrayList<>();
            for (FunctionNeeds.Call call : needs.calls()) {
                Evidence place =
                        new Evidence(call.service() + " is asked for " + call.operation() + " here", call.location());
                if (lacking.stream().anyMatch(it -> call.actions().contains(it.action()))
                        && places.size() < MOST_PLACES
                        && !places.contains(place)) {
                    places.add(place);
                }
            }
            Set<String> actions = new LinkedHashSet<>();
            lacking.forEach(need -> actions.add(need.action()));
            observations.add(observation(LACKING, needs, function, function, actions, places, List.of()));
        }
        Map<Span, Set<String>> excess = new LinkedHashMap<>();
        for (ExcessAction action : needs.excess().orElse(List.of())) {
            if (OF_FUNCTIONS.stream().noneMatch(action.from()::contains)) {
                excess.computeIfAbsent(action.span(), key -> new LinkedHashSet<>())
                        .add(action.action());
            }
        }
        if (!excess.isEmpty()) {
            List<Evidence> places = new ArrayList<>();
            Set<String> actions = new LinkedHashSet<>();
            excess.forEach((span, some) -> {
                actions.addAll(some);
                if (places.size() < MOST_PLACES) {
                    places.add(new Evidence("not needed of this: " + listed(some), span));
                }
            });
            List<String> missing = new ArrayList<>();
            needs.unknown().stream()
                    .filter(gap -> gap.service().isEmpty())
                    .findFirst()
                    .ifPresent(gap -> missing.add("what else it does (" + gap.why() + ")"));
            List<String> others = needs.role().map(Role::others).orElse(List.of());
            if (!others.isEmpty()) {
                missing.add("what is needed by " + listed(new LinkedHashSet<>(others)) + ", which share the role");
            }
            observations.add(observation(
                    EXCESS, needs, function, excess.keySet().iterator().next(), actions, places, missing));
        }
        return observations;
    }

    private static Observation observation(
            String subject,
            FunctionNeeds needs,
            Span function,
            Span place,
            Set<String> actions,
            List<Evidence> places,
            List<String> missing) {
        List<Evidence> evidence = new ArrayList<>(places);
        List<NeededPolicy.Statement> statements = needs.needed().statements();
        for (NeededPolicy.Statement statement : statements.subList(0, Math.min(statements.size(), MOST_PLACES))) {
            evidence.add(new Evidence(
                    "it needs " + String.join(", ", statement.actions()) + " on "
                            + String.join(", ", statement.resources()),
                    function));
        }
        return new Observation(subject, place, listed(actions), null, null, evidence, missing);
    }

    private static String listed(Set<String> actions) {
        List<String> first = actions.stream().limit(SHOWN).toList();
        int more = actions.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }
}
