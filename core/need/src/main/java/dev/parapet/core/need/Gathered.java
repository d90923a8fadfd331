package dev.parapet.core.need;

import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.need.action.CallActions;
import dev.parapet.core.need.action.NeededAction;
import dev.parapet.core.need.action.OperationActions;
import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.implied.ImpliedAction;
import dev.parapet.core.need.resource.CodeResources;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.sdk.ApiCall;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import dev.parapet.core.need.workflow.DeclaredTask;
import dev.parapet.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one function, or something else that acts by a role of its own, was found to need so far. */
final class Gathered {
    private final CodeResources resources;
    private final List<FunctionNeeds.Call> calls = new ArrayList<>();
    private final Set<ImpliedAction> implied = new LinkedHashSet<>();
    private final List<FunctionNeeds.Gap> unknown = new ArrayList<>();
    private final Set<Need> needs = new LinkedHashSet<>();

    private final Set<String> perhaps = new LinkedHashSet<>();

    /** The needs of a call whose resource has several names. */
    private final List<Set<Need>> alternatives = new ArrayList<>();

    Gathered(CodeResources resources) {
        this.resources = resources;
    }

    List<FunctionNeeds.Call> calls() {
        return calls;
    }

    List<ImpliedAction> implied() {
        return List.copyOf(implied);
    }

    List<FunctionNeeds.Gap> unknown() {
        return unknown;
    }

    List<Need> needs() {
        return List.copyOf(needs);
    }

    /** Actions that may be needed. */
    Set<String> perhaps() {
        return perhaps;
    }

    void perhaps(List<String> actions) {
        perhaps.addAll(actions);
    }

    /** Those of the needs that are denied that are meant: not a name that the code writes out for a developer's machine, beside a granted one. */
    List<Need> meant(List<Need> denied) {
        return denied.stream().filter(need -> !standsIn(need, denied)).toList();
    }

    private boolean standsIn(Need need, List<Need> denied) {
        return need.resource().isWrittenOut()
                && alternatives.stream()
                        .filter(either -> either.contains(need))
                        .flatMap(Set::stream)
                        .anyMatch(other -> !other.resource().isWrittenOut() && !denied.contains(other));
    }

    void gap(String why, Optional<Span> place) {
        unknown.add(new FunctionNeeds.Gap(why, "", place));
    }

    void implied(ImpliedAction action) {
        implied.add(action);
        needs.add(new Need(action.action(), action.resource()));
    }

    /**
     * Adds a call.
     *
     * @param byRole whether it is made with the permissions of the role
     */
    void call(ApiCall call, Span place, boolean byRole) {
        String operation = call.operation().orElse("");
        switch (OperationActions.of(call)) {
            case CallActions.Needed(List<NeededAction> actions) -> needed(call, operation, actions, place, byRole);
            case CallActions.Permissionless ignored ->
                calls.add(new FunctionNeeds.Call(call.service(), operation, List.of(), Optional.empty(), place));
            case CallActions.Unknown(String why) -> {
                String prefix = ServiceTable.standard()
                        .service(call.service())
                        .map(SdkService::prefix)
                        .orElse("");
                unknown.add(new FunctionNeeds.Gap(why, prefix, Optional.of(place)));
            }
        }
    }

    /** Adds a call that a configuration declares, with what is needed besides. */
    void task(DeclaredTask task) {
        call(task.call(), task.place(), task.byRole());
        for (DeclaredTask.Besides besides : task.besides()) {
            List<ResourcePattern> patterns = besides.on().equals(DeclaredTask.Besides.SAME)
                    ? OperationActions.resources(task.call(), besides.action())
                    : List.of(new ResourcePattern("", List.of(new FlowValue.Text(besides.on())), true));
            for (ResourcePattern pattern : patterns) {
                for (NamedResource resource : resources.of(pattern)) {
                    implied(new ImpliedAction(besides.action(), resource, besides.because()));
                }
            }
        }
    }

    private void needed(ApiCall call, String operation, List<NeededAction> actions, Span place, boolean byRole) {
        Map<NamedResource, Set<String>> byResource = new LinkedHashMap<>();
        for (NeededAction action : actions) {
            for (NamedResource resource : named(action, byResource.keySet())) {
                byResource
                        .computeIfAbsent(resource, key -> new LinkedHashSet<>())
                        .add(action.action());
                if (byRole) {
                    needs.add(new Need(action.action(), resource));
                }
            }
        }
        byResource.forEach((resource, of) -> calls.add(
                new FunctionNeeds.Call(call.service(), operation, List.copyOf(of), Optional.of(resource), place)));
    }

    /** What an action is needed on; the roles that a call does not name are those of what it starts. */
    private Set<NamedResource> named(NeededAction action, Set<NamedResource> started) {
        if (action.equals(OperationActions.PASSES_SOME_ROLE)) {
            Set<NamedResource> roles = resources.passedRoles(List.copyOf(started));
            if (roles != null) {
                return roles;
            }
        }
        Set<NamedResource> named = new LinkedHashSet<>();
        for (ResourcePattern pattern : resources.meant(action.resources())) {
            named.addAll(resources.of(pattern));
        }
        if (named.size() > 1) {
            Set<Need> either = new LinkedHashSet<>();
            named.forEach(resource -> either.add(new Need(action.action(), resource)));
            alternatives.add(either);
        }
        return named;
    }
}
