package dev.parapet.core.need;

import dev.parapet.core.flow.FunctionBehaviour;
import dev.parapet.core.graph.EdgeKind;
import dev.parapet.core.graph.Graph;
import dev.parapet.core.graph.Node;
import dev.parapet.core.iam.account.Account;
import dev.parapet.core.iam.account.ApplicationReader;
import dev.parapet.core.iam.account.TemplateNames;
import dev.parapet.core.need.grant.Excess;
import dev.parapet.core.need.grant.Lack;
import dev.parapet.core.need.grant.Need;
import dev.parapet.core.need.grant.Perhaps;
import dev.parapet.core.need.grant.Role;
import dev.parapet.core.need.implied.EncryptionKeys;
import dev.parapet.core.need.implied.ImpliedAction;
import dev.parapet.core.need.implied.ImpliedActions;
import dev.parapet.core.need.policy.NeededPolicy;
import dev.parapet.core.need.resource.Applications;
import dev.parapet.core.need.resource.CodeResources;
import dev.parapet.core.need.resource.EventResources;
import dev.parapet.core.need.resource.NamedResource;
import dev.parapet.core.need.resource.TemplateWords;
import dev.parapet.core.need.sdk.OtherCredentials;
import dev.parapet.core.need.sdk.SdkCall;
import dev.parapet.core.need.sdk.SdkCalls;
import dev.parapet.core.need.workflow.DeclaredTasks;
import dev.parapet.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Applications applications;
    private final Map<String, Account> accounts = new HashMap<>();

    /** The needs of the functions of a graph. */
    public Needs(Graph graph) {
        this(graph, new TemplateWords(graph.stacks()), new Applications(graph));
    }

    /** The needs of the functions of a graph, in the words of its templates. */
    public Needs(Graph graph, TemplateWords words, Applications applications) {
        this.graph = graph;
        this.words = words;
        this.names = new TemplateNames(graph.stacks());
        this.applications = applications;
    }

    /** What a function needs. */
    public FunctionNeeds of(FunctionBehaviour behaviour) {
        return of(behaviour, behaviour.reached().map(SdkCalls::of).orElse(List.of()));
    }

    /** What a function needs whose calls of APIs are known. */
    public FunctionNeeds of(FunctionBehaviour behaviour, List<SdkCall> calls) {
        Node node = graph.node(behaviour.function()).orElse(null);
        Resource function = node == null ? null : node.resource();
        Gathered gathered = new Gathered(
                node == null || function == null
                        ? CodeResources.withoutTemplate()
                        : CodeResources.of(words, function, new EventResources(graph, node)));
        behaviour.faults().forEach(fault -> gathered.gap(fault.message(), Optional.empty()));
        behaviour.reached().ifPresent(reached -> reached.gaps().forEach(gap -> gathered.gap(gap, Optional.empty())));
        for (SdkCall call : calls) {
            gathered.call(call, call.call().span(), !OtherCredentials.sign(call));
        }
        if (node != null && function != null) {
            configured(node, function, gathered);
        }
        return held(
                behaviour.function(),
                Optional.empty(),
                behaviour.handler().map(handler -> handler.language().name().toLowerCase(Locale.ROOT)),
                behaviour.handler().map(handler -> new FunctionNeeds.Start(handler.path(), handler.symbol())),
                gathered,
                node,
                behaviour.reached().isPresent());
    }

    /** What those need that act by a role of their own without code, state machines above all, in the order of the graph. */
    public List<FunctionNeeds> withoutCode() {
        List<FunctionNeeds> all = new ArrayList<>();
        for (String type : DeclaredTasks.TYPES) {
            for (Node node : graph.ofType(type)) {
                boolean acts = type.equals(DeclaredTasks.STATE_MACHINE)
                        || !graph.leaving(node, EdgeKind.RUNS_AS).isEmpty();
                if (node.resource() != null && acts) {
                    all.add(declared(node, node.resource()));
                }
            }
        }
        return all;
    }

    private FunctionNeeds declared(Node node, Resource resource) {
        DeclaredTasks declared = DeclaredTasks.of(graph, node);
        Gathered gathered = new Gathered(CodeResources.of(words, resource, declared.names()));
        declared.gaps().forEach(gap -> gathered.gap(gap.why(), Optional.of(gap.place())));
        declared.tasks().forEach(gathered::task);
        for (DeclaredTasks.Implied implied : declared.implied()) {
            for (NamedResource on : words.of(resource.id().stack(), implied.on(), true)) {
                gathered.implied(new ImpliedAction(implied.action(), on, implied.because()));
            }
        }
        configured(node, resource, gathered);
        return held(
                node.id(),
                Optional.of(resource.type()),
                declared.start().map(start -> "asl"),
                declared.start().map(start -> new FunctionNeeds.Start(start.path(), start.state())),
                gathered,
                node,
                gathered.unknown().stream().allMatch(gap -> !gap.service().isEmpty()));
    }

    /** Adds what a configuration needs that no call shows, and the keys by which all that is needed is encrypted. */
    private void configured(Node node, Resource resource, Gathered gathered) {
        ImpliedActions.Found found = ImpliedActions.of(graph, words, node);
        found.actions().forEach(gathered::implied);
        found.gaps().forEach((place, why) -> gathered.gap(why, Optional.of(place)));
        EncryptionKeys keys = new EncryptionKeys(graph, words, resource.id().stack());
        for (Need need : gathered.needs()) {
            keys.of(need.action(), need.resource()).forEach(gathered::implied);
            gathered.perhaps(keys.perhaps(need.action(), need.resource()));
        }
    }

    /**
     * What was gathered, held against what the role grants.
     *
     * @param isWhole whether all that is done was looked at, so that the rest is excess
     */
    private FunctionNeeds held(
            String name,
            Optional<String> type,
            Optional<String> language,
            Optional<FunctionNeeds.Start> start,
            Gathered gathered,
            @Nullable Node node,
            boolean isWhole) {
        List<Need> all = gathered.needs();
        Role role = node == null ? null : Role.of(graph, words, node);
        Optional<Excess.Result> excess = Optional.empty();
        Optional<List<Need>> lacking = Optional.empty();
        if (role != null && role.node().resource() != null) {
            if (isWhole) {
                excess = Optional.of(
                        Excess.of(role, all, new Perhaps(all, open(gathered.unknown()), gathered.perhaps())));
            }
            String arn = names.arn(role.node().resource());
            if (arn != null) {
                List<Need> denied = new Lack(account(role.node().resource()), arn)
                        .of(all).stream()
                                .filter(need ->
                                        need.resource().exact() ? !role.grantsInItsWords(need) : !role.grantsSome(need))
                                .toList();
                lacking = Optional.of(gathered.meant(denied));
            }
        }
        return new FunctionNeeds(
                name,
                type,
                node != null,
                language,
                start,
                gathered.calls(),
                gathered.implied(),
                gathered.unknown(),
                NeededPolicy.of(all),
                Optional.ofNullable(role),
                excess.map(Excess.Result::unneeded),
                excess.map(Excess.Result::wider).orElse(List.of()),
                lacking);
    }

    /** The services of which more may be needed than is known. */
    private static Set<String> open(List<FunctionNeeds.Gap> unknown) {
        Set<String> open = new HashSet<>();
        unknown.stream()
                .map(FunctionNeeds.Gap::service)
                .filter(service -> !service.isEmpty())
                .forEach(open::add);
        return open;
    }

    /** The account of the application that a resource is of: its template, those it nests, and those that nest it. */
    private Account account(Resource resource) {
        return accounts.computeIfAbsent(
                applications.root(resource.id().stack()), root -> ApplicationReader.read(applications.all(root)));
    }
}
