package dev.parapet.core.need.action;

import dev.parapet.core.flow.value.FlowArgument;
import dev.parapet.core.flow.value.FlowValue;
import dev.parapet.core.flow.value.Values;
import dev.parapet.core.knowledge.ServiceAuthorization;
import dev.parapet.core.need.sdk.ApiCall;
import dev.parapet.core.need.sdk.SdkOperation;
import dev.parapet.core.need.sdk.SdkService;
import dev.parapet.core.need.sdk.ServiceTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The door of this package: from API calls to actions and resources. An operation needs what {@code operations.txt} says, else the action
 * of its own name, else what the service reference of AWS gives for it; see docs/adr/0013-needs-of-api-calls.md.
 */
public final class OperationActions {
    private static final String PASS_ROLE = "iam:PassRole";
    private static final int MAXIMUM_DEPTH = 20;

    /** Parameters whose names end so and that name no role of IAM, in lower case: what somebody is in a conversation, or a node in a group. */
    private static final Set<String> OTHER_ROLES = Set.of(
            "currentrole",
            "datareplicationrole",
            "geographicrole",
            "globalreplicationgroupmemberrole",
            "masterbackendrole",
            "participantrole");

    /** The call passes a role that it does not name. */
    public static final NeededAction PASSES_SOME_ROLE = passed(List.of(new FlowValue.Text("*")));

    private OperationActions() {}

    /** What a call needs. */
    public static CallActions of(ApiCall call) {
        if (call.operation().isEmpty()) {
            return new CallActions.Unknown(call.whyUnknown().orElse("the operation is not known"));
        }
        String operation = call.operation().get();
        OperationTable table = OperationTable.standard();
        String why = table.permissionless(call.service(), operation);
        if (why != null) {
            return new CallActions.Permissionless(why);
        }
        List<OperationTable.Conditional> reviewed = table.actions(call.service(), operation);
        Set<String> names = new LinkedHashSet<>();
        if (reviewed != null) {
            reviewed.stream().filter(each -> each.holds(call)).forEach(each -> names.add(each.name()));
        } else {
            names.addAll(byRule(call.service(), operation));
        }
        if (names.isEmpty()) {
            return new CallActions.Unknown(
                    "no action is known of the operation " + operation + " of " + call.service());
        }
        List<NeededAction> actions = new ArrayList<>();
        for (String name : names) {
            if (name.equals(PASS_ROLE)) {
                actions.add(PASSES_SOME_ROLE);
            } else {
                actions.add(new NeededAction(name, ActionResources.of(call, name), because(name, operation)));
            }
        }
        besides(call, operation, names, actions);
        return new CallActions.Needed(actions);
    }

    private static Optional<String> because(String action, String operation) {
        String name = action.substring(action.indexOf(':') + 1);
        return name.equals(operation) ? Optional.empty() : Optional.of("the operation " + operation + " needs it");
    }

    /** What a call names that an action of its service is needed on, which is not the call's own: whether a job has ended. */
    public static List<ResourcePattern> resources(ApiCall call, String action) {
        return ActionResources.of(call, action);
    }

    /** The action of the operation's own name where there is one, else all that the service reference gives. */
    static List<String> byRule(String service, String operation) {
        Optional<SdkService> known = ServiceTable.standard().service(service);
        if (known.isEmpty()) {
            return List.of();
        }
        String own = known.get().prefix() + ":" + operation;
        if (ServiceAuthorization.ofAction(own) != null) {
            return List.of(own);
        }
        return known.get().operation(operation).map(SdkOperation::actions).orElse(List.of()).stream()
                .filter(action -> ServiceAuthorization.ofAction(action) != null)
                .toList();
    }

    /** The role that a call passes, and the tags that it gives. */
    private static void besides(ApiCall call, String operation, Set<String> names, List<NeededAction> actions) {
        List<String> besides = ServiceTable.standard()
                .service(call.service())
                .flatMap(service -> service.operation(operation))
                .map(SdkOperation::besides)
                .orElse(List.of());
        for (String action : besides) {
            if (names.contains(action)) {
                continue;
            }
            if (action.equals(PASS_ROLE)) {
                List<FlowValue> roles = new ArrayList<>();
                roles(call.parameters(), roles, 0);
                if (!roles.isEmpty()) {
                    actions.add(passed(roles));
                }
            } else if (ServiceAuthorization.ofAction(action) != null && isGiven(call, "Tags")) {
                actions.add(
                        new NeededAction(action, ActionResources.of(call, action), Optional.of("the call gives tags")));
            }
        }
    }

    private static boolean isGiven(ApiCall call, String parameter) {
        return call.parameters().stream().anyMatch(it -> parameter.equalsIgnoreCase(it.name()));
    }

    private static NeededAction passed(List<FlowValue> roles) {
        List<ResourcePattern> patterns = new ArrayList<>();
        for (FlowValue role : roles) {
            for (FlowValue each : Values.alternatives(role)) {
                boolean known = each instanceof FlowValue.Environment
                        || each instanceof FlowValue.Text(String text) && !text.equals("*");
                boolean arn = each instanceof FlowValue.Text(String text) && text.startsWith("arn:");
                FlowValue.Text before = new FlowValue.Text("arn:${AWS::Partition}:iam::${AWS::AccountId}:role/");
                List<FlowValue> parts = arn
                        ? List.of(each)
                        : each instanceof FlowValue.Text(String text)
                                ? List.of(new FlowValue.Text(before.value() + text))
                                : List.of(before, each);
                patterns.add(new ResourcePattern("iam:role", parts, known));
            }
        }
        return new NeededAction(PASS_ROLE, patterns, Optional.of("the call passes a role"));
    }

    /** The values of parameters, at any depth, that name a role. */
    private static void roles(List<FlowArgument> parameters, List<FlowValue> found, int depth) {
        for (FlowArgument parameter : parameters) {
            String name = parameter.name() == null ? "" : parameter.name().toLowerCase(Locale.ROOT);
            if ((name.endsWith("role") || name.endsWith("rolearn")) && !OTHER_ROLES.contains(name)) {
                found.add(parameter.value());
            } else if (depth < MAXIMUM_DEPTH) {
                for (FlowValue value : Values.alternatives(parameter.value())) {
                    inside(value, found, depth + 1);
                }
            }
        }
    }

    private static void inside(FlowValue value, List<FlowValue> found, int depth) {
        List<FlowArgument> entries = ParameterPath.entries(value);
        if (entries != null) {
            roles(entries, found, depth);
        } else if (value instanceof FlowValue.ListOf list && depth < MAXIMUM_DEPTH) {
            list.items().forEach(item -> inside(item, found, depth + 1));
        }
    }
}
