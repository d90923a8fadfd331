package dev.parapet.core.need;

import dev.parapet.core.flow.FlowCall;
import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.flow.Reached;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.ApplicationReader;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.need.action.CallActions;
import dev.parapet.core.need.action.NeededAction;
import dev.parapet.core.need.action.OperationActions;
import dev.parapet.core.need.action.ResourcePattern;
import dev.parapet.core.need.grant.Excess;
import dev.parapet.core.need.grant.Lack;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.implied.EncryptionKeys;
import dev.parapet.core.need.implied.ImpliedAction;
import dev.parapet.core.need.implied.ImpliedActions;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.CodeResources;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.need.sdk.OtherCredentials;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkCalls;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import dev.parapet.model.Resource;
import dev.parapet.model.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door of this package: what functions need. */
public final class Needs {
    private final Graph graph;
    private final TemplateWords words;
    private final TemplateNames names;
    private final Set<String> stacks = new HashSet<>();
    private final Map<String, List<Stack>> applications = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();

    /** The needs of the functions of a graph. */
    public Needs(Graph graph) {
        this.graph = graph;
        this.words = new TemplateWords(graph.stacks());
        this.names = new TemplateNames(graph.stacks());
        graph.stacks().forEach(stack -> stacks.add(stack.id()));
        graph.stacks()
                .forEach(stack -> applications
                        .computeIfAbsent(root(stack.id()), root -> new ArrayList<>())
                        .add(stack));
    }

    /** What a function needs. */
    public FunctionNeeds of(FunctionBehaviour behaviour) {
        Node node = graph.node(behaviour.function()).orElse(null);
        Resource function = node == null ? null : node.resource();
        Draft draft = new Draft(new CodeResources(function == null ? null : words, function));
        behaviour
                .faults()
                .forEach(fault -> draft.unknown.add(new FunctionNeeds.Gap(fault.message(), "", Optional.empty())));
        behaviour.reached().ifPresent(reached -> draft.code(reached));
        List<ImpliedAction> implied = new ArrayList<>();
        if (node != null && function != null) {
            implied.addAll(ImpliedActions.of(graph, words, node));
            implied.forEach(each -> draft.needs.add(new Need(each.action(), each.resource())));
            EncryptionKeys keys = new EncryptionKeys(graph, words, function.id().stack());
            Set<ImpliedAction> encrypted = new LinkedHashSet<>();
            for (Need need : List.copyOf(draft.needs)) {
                encrypted.addAll(keys.of(need.action(), need.resource()));
            }
            implied.addAll(encrypted);
            encrypted.forEach(each -> draft.needs.add(new Need(each.action(), each.resource())));
        }
        return draft.held(behaviour, implied, node);
    }

    /** What is gathered for one function. */
    private final class Draft {
        private final CodeResources resources;
        private final List<FunctionNeeds.Call> calls = new ArrayList<>();
        private final List<FunctionNeeds.Gap> unknown = new ArrayList<>();
        private final Set<Need> needs = new LinkedHashSet<>();

        Draft(CodeResources resources) {
            this.resources = resources;
        }

        void code(Reached reached) {
            reached.gaps().forEach(gap -> unknown.add(new FunctionNeeds.Gap(gap, "", Optional.empty())));
            for (SdkCall call : SdkCalls.of(reached)) {
                call(call);
            }
        }

        private void call(SdkCall call) {
            FlowCall place = call.call();
            String operation = call.operation().orElse("");
            switch (OperationActions.of(call)) {
                case CallActions.Needed(List<NeededAction> actions) -> needed(call, operation, actions);
                case CallActions.Permissionless ignored ->
                    calls.add(new FunctionNeeds.Call(
                            call.service(), operation, List.of(), Optional.empty(), place.span()));
                case CallActions.Unknown(String why) -> {
                    String prefix = ServiceTable.standard()
                            .service(call.service())
                            .map(SdkService::prefix)
                            .orElse("");
                    unknown.add(new FunctionNeeds.Gap(why, prefix, Optional.of(place.span())));
                }
            }
        }

        private void needed(SdkCall call, String operation, List<NeededAction> actions) {
            boolean byRole = !OtherCredentials.sign(call);
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
            byResource.forEach((resource, of) -> calls.add(new FunctionNeeds.Call(
                    call.service(),
                    operation,
                    List.copyOf(of),
                    Optional.of(resource),
                    call.call().span())));
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
            for (ResourcePattern pattern : action.resources()) {
                named.addAll(resources.of(pattern));
            }
            return named;
        }

        FunctionNeeds held(FunctionBehaviour behaviour, List<ImpliedAction> implied, @Nullable Node node) {
            List<Need> all = List.copyOf(needs);
            Role role = node == null ? null : Role.of(graph, words, node);
            Optional<Excess.Result> excess = Optional.empty();
            Optional<List<Need>> lacking = Optional.empty();
            if (role != null && role.node().resource() != null) {
                if (behaviour.reached().isPresent()) {
                    excess = Optional.of(Excess.of(role, all, open()));
                }
                String arn = names.arn(role.node().resource());
                if (arn != null) {
                    lacking = Optional.of(new Lack(account(role.node().resource()), arn)
                            .of(all).stream()
                                    .filter(need -> need.resource().exact()
                                            ? !role.grantsInItsWords(need)
                                            : !role.grantsSome(need))
                                    .toList());
                }
            }
            return new FunctionNeeds(
                    behaviour.function(),
                    node != null,
                    behaviour.handler().map(handler -> handler.language().name().toLowerCase(Locale.ROOT)),
                    behaviour.handler(),
                    calls,
                    implied,
                    unknown,
                    NeededPolicy.of(all),
                    Optional.ofNullable(role),
                    excess.map(Excess.Result::unneeded),
                    excess.map(Excess.Result::wider).orElse(List.of()),
                    lacking);
        }

        /** The services of which the code may need more than is known. */
        private Set<String> open() {
            Set<String> open = new HashSet<>();
            unknown.stream()
                    .map(FunctionNeeds.Gap::service)
                    .filter(service -> !service.isEmpty())
                    .forEach(open::add);
            return open;
        }
    }

    /** The account of the application that a resource is of: its template, those it nests, and those that nest it. */
    private Account account(Resource resource) {
        return accounts.computeIfAbsent(
                root(resource.id().stack()),
                root -> ApplicationReader.read(applications.getOrDefault(root, List.of())));
    }

    /** The outermost stack that holds a stack: {@code OUTER/INNER} lies in {@code OUTER}. */
    private String root(String stack) {
        for (int slash = stack.indexOf('/'); slash >= 0; slash = stack.indexOf('/', slash + 1)) {
            String outer = stack.substring(0, slash);
            if (stacks.contains(outer)) {
                return outer;
            }
        }
        return stack;
    }
}
